"""A checkpoint of the recipe as GGUF in fp32, for llama.cpp and Ollama: python export_gguf.py FOLDER OUT. Needs `gguf`.

The recipe splits texts before BPE in a way that GGUF has no name for. `qwen2` differs where a digit follows a space and
where a letter follows a sign; on the prompts of the tasks both give the same tokens.
"""

import json
import sys
from pathlib import Path

import gguf
import numpy as np
from safetensors.numpy import load_file

LAYER = {
    "input_layernorm": "attn_norm",
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "self_attn.q_norm": "attn_q_norm",
    "self_attn.k_norm": "attn_k_norm",
    "post_attention_layernorm": "ffn_norm",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}


def read(folder: Path, name: str) -> dict:
    return json.loads((folder / name).read_text())


def write_architecture(writer: gguf.GGUFWriter, config: dict) -> None:
    writer.add_context_length(config["max_position_embeddings"])
    writer.add_embedding_length(config["hidden_size"])
    writer.add_block_count(config["num_hidden_layers"])
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_head_count(config["num_attention_heads"])
    writer.add_head_count_kv(config["num_key_value_heads"])
    writer.add_key_length(config["head_dim"])
    writer.add_value_length(config["head_dim"])
    writer.add_rope_freq_base(config["rope_parameters"]["rope_theta"])
    writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)


def write_tokenizer(writer: gguf.GGUFWriter, folder: Path, config: dict) -> None:
    model = read(folder, "tokenizer.json")
    added = {token["id"]: token for token in model["added_tokens"]}
    by_id = {id: text for text, id in model["model"]["vocab"].items()}
    by_id |= {id: token["content"] for id, token in added.items()}

    def kind(id: int) -> gguf.TokenType:
        if id not in by_id:
            return gguf.TokenType.UNUSED
        if id not in added:
            return gguf.TokenType.NORMAL
        return gguf.TokenType.CONTROL if added[id]["special"] else gguf.TokenType.USER_DEFINED

    ids = range(config["vocab_size"])
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list([by_id.get(id, f"[PAD{id}]") for id in ids])
    writer.add_token_types([kind(id) for id in ids])
    writer.add_token_merges([m if isinstance(m, str) else " ".join(m) for m in model["model"]["merges"]])
    writer.add_eos_token_id(config["eos_token_id"])
    writer.add_pad_token_id(config["pad_token_id"])
    writer.add_add_bos_token(False)
    writer.add_chat_template(read(folder, "tokenizer_config.json")["chat_template"])


def target(name: str) -> str:
    if name == "model.embed_tokens.weight":
        return "token_embd.weight"
    if name == "model.norm.weight":
        return "output_norm.weight"
    _, _, layer, rest = name.split(".", 3)
    return f"blk.{layer}.{LAYER[rest.removesuffix('.weight')]}.weight"


def main(folder: Path, out: str) -> None:
    config = read(folder, "config.json")
    if config["model_type"] != "qwen3" or not config["tie_word_embeddings"]:
        raise SystemExit(f"{folder} is not one of the recipe's checkpoints (Qwen3 with tied embeddings).")
    writer = gguf.GGUFWriter(out, config["model_type"])
    writer.add_name(folder.name)
    write_architecture(writer, config)
    write_tokenizer(writer, folder, config)
    for name, value in load_file(folder / "model.safetensors").items():
        if name != "lm_head.weight":
            writer.add_tensor(target(name), value.astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2])
