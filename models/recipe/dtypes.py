"""Where a checkpoint keeps each precision: the names that transformers.js looks for."""

DTYPE_FILES = {"fp32": "onnx/model.onnx", "q8": "onnx/model_quantized.onnx", "q4": "onnx/model_q4.onnx"}
