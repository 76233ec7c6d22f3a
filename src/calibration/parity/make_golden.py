"""Writes the golden files of this folder: what the reference packages say about seeded data sets.

    python make_golden.py            (any Python with the packages imported below; versions go into the files)

The data are not stored. They come from sfc32 with arithmetic that is exact in IEEE doubles, so `datasets.ts` builds the same
ones bit by bit; each case carries a checksum. Undefined figures are null.
"""

import functools
import json
import math
import warnings
from importlib import metadata
from pathlib import Path

import betacal.beta_calibration
import calibration
import calibration.calibrators
import model_diagnostics.scoring as diagnostics
import netcal
import netcal.metrics
import numpy as np
import relplot
import scipy
import scipy.special
import scipy.stats
import sklearn
import sklearn.calibration
import sklearn.frozen
import sklearn.isotonic
import sklearn.linear_model
import sklearn.metrics
import torch
import torchmetrics
from torch_uncertainty.metrics.classification.risk_coverage import AURC
from torchmetrics.functional.classification import binary_calibration_error, multiclass_calibration_error

warnings.filterwarnings("ignore")
M32 = 0xFFFFFFFF

# The packages fit with the default tolerance of scikit-learn, which leaves 1e-3 in the coefficients; fit to the end instead.
TIGHT = functools.partial(sklearn.linear_model.LogisticRegression, C=np.inf, tol=1e-14, max_iter=100_000, solver="newton-cholesky")
betacal.beta_calibration.LogisticRegression = lambda C: TIGHT()
calibration.utils.LogisticRegression = lambda C, solver: TIGHT()


def imul(a, b):
    return (a * b) & M32


def hash_seed(text):
    value = 0x811C9DC5
    for char in text:
        value = imul(value ^ ord(char), 0x01000193)
    value = imul(value ^ (value >> 16), 0x7FEB352D)
    value = imul(value ^ (value >> 15), 0x846CA68B)
    return value ^ (value >> 16)


def create_random(seed):
    state = [hash_seed(f"a{seed}"), hash_seed(f"b{seed}"), hash_seed(f"c{seed}"), 1]

    def step():
        a, b, c, counter = state
        t = (a + b + counter) & M32
        rotated = ((c << 21) | (c >> 11)) & M32
        state[:] = [b ^ (b >> 9), (c + (c << 3)) & M32, (rotated + t) & M32, (counter + 1) & M32]
        return t

    for _ in range(12):
        step()
    return lambda: ((step() >> 5) * 67108864 + (step() >> 6)) / 9007199254740992


BINARY = ["uniform", "eighths", "tenths", "hundredths", "extreme", "high", "right", "wrong", "constant", "gaps"]


def binary_row(kind, random):
    u, v = random(), random()
    c = {
        "uniform": lambda: u,
        "eighths": lambda: math.floor(u * 9) / 8,
        "tenths": lambda: math.floor(u * 11) / 10,
        "hundredths": lambda: math.floor(u * 101) / 100,
        "extreme": lambda: 0 if v < 0.2 else 1 if v < 0.6 else u,
        "high": lambda: 1 - u * u * u * u * 0.5,
        "right": lambda: u,
        "wrong": lambda: u,
        "constant": lambda: 0.8,
        "gaps": lambda: 0.1 + u * 0.1 if v < 0.5 else 0.9 + u * 0.1,
    }[kind]()
    w = random()
    y = {"right": True, "wrong": False}.get(kind, w < c * c * 0.9 + 0.05)
    return c, int(y)


def binary_data(kind, n, seed):
    random = create_random(f"{kind} {n} {seed}")
    rows = [binary_row(kind, random) for _ in range(n)]
    return np.array([c for c, _ in rows], dtype=float), np.array([y for _, y in rows], dtype=int)


def multiclass_data(kind, n, k, seed):
    random = create_random(f"{kind} {n} {k} {seed}")
    logits, gold = [], []
    for _ in range(n):
        row = [(random() - 0.5) * (60 if kind == "confident" else 6) for _ in range(k)]
        if kind == "halves":
            row = [math.floor(z * 2) / 2 for z in row]
        pick, other = random(), random()
        gold.append(row.index(max(row)) if pick < 0.6 else math.floor(other * k))
        logits.append(row)
    return np.array(logits), np.array(gold)


def number(value):
    value = float(value)
    return value if math.isfinite(value) else None


def guo(c, y, bins):
    """The published rule of Guo et al. 2017 in float64: (a, b]. Borders as torch.linspace has them without fused arithmetic."""
    borders = [i * (1 / bins) if i < (bins + 1) / 2 else 1 - (1 / bins) * (bins - i) for i in range(bins + 1)]
    total = 0.0
    for low, high in zip(borders[:-1], borders[1:]):
        inside = (c > low) & (c <= high)
        if inside.any():
            total += abs(c[inside].mean() - y[inside].mean()) * inside.mean()
    return total


def corp(c, y):
    # scikit-learn pools confidences that differ by less than 1e-10 or so; none of the data sets has such neighbours.
    if len(c) < 2:
        return None
    table = diagnostics.decompose(y.astype(float), c, scoring_function=diagnostics.SquaredError()).row(0, named=True)
    return [number(table[name]) for name in ("miscalibration", "discrimination", "uncertainty", "score")]


def binary_figures(c, y, bins):
    t, ty = torch.tensor(c), torch.tensor(y)
    both = 0 < y.sum() < len(y)
    scores, aurc = torch.tensor(c), AURC()
    aurc.scores, aurc.errors = [scores], [1.0 - ty.double()]
    smooth, width = relplot.smECE(c, y, return_width=True)
    equal = calibration.utils.get_equal_prob_bins
    return {
        "right": number(calibration.get_ece(c, y, num_bins=bins)),
        "left": number(netcal.metrics.ECE(bins).measure(c, y)),
        "guo": number(guo(c, y, bins)),
        "torchmetrics": number(binary_calibration_error(t, ty, n_bins=bins, norm="l1")),
        "torchmetricsMax": number(binary_calibration_error(t, ty, n_bins=bins, norm="max")),
        "equalMass": number(calibration.get_ece_em(c, y, num_bins=bins)),
        "debiasedMass": number(calibration.lower_bound_scaling_ce(c, y, p=2, debias=True, num_bins=bins)),
        "debiasedWidth": number(calibration.lower_bound_scaling_ce(c, y, p=2, debias=True, num_bins=bins, binning_scheme=equal)),
        "mce": number(netcal.metrics.MCE(bins).measure(c, y)),
        "ace": number(netcal.metrics.ACE(bins).measure(c, y)),
        "smooth": number(smooth),
        "bandwidth": number(width),
        "brier": number(sklearn.metrics.brier_score_loss(y, c)),
        "auroc": number(sklearn.metrics.roc_auc_score(y, c)) if both else None,
        "aurc": number(aurc.compute()) if len(c) > 1 and len(set(c)) == len(c) else None,
        "corp": corp(c, y),
    }


def multiclass_figures(logits, gold, bins):
    p = scipy.special.softmax(logits, axis=1)
    n, k = p.shape
    figures = {
        "nll": number(sklearn.metrics.log_loss(gold, p, labels=range(k))),
        "brier": number(np.square(p - np.eye(k)[gold]).sum(axis=1).mean()),
        "classwiseWidth": number(calibration.get_ece(p, gold, num_bins=bins, mode="marginal")),
        # Rounded, because ties of equal logits in another order are broken by the last bit of a sum.
        "classwiseMass": number(calibration.get_ece_em(np.round(p, 12), gold, num_bins=bins, mode="marginal")),
        "topMass": number(calibration.get_ece_em(np.round(p, 12), gold, num_bins=bins, mode="top-label")),
        "torchmetrics": number(multiclass_calibration_error(torch.tensor(p), torch.tensor(gold), num_classes=k, n_bins=bins)),
        "logSumExp": number(scipy.special.logsumexp(logits, axis=1).sum()),
        # The KL divergence from the even distribution: a posterior both sides can write down.
        "kl": number(np.mean([scipy.stats.entropy(np.full(k, 1 / k), row) for row in p])),
    }
    if hasattr(sklearn.calibration, "_TemperatureScaling"):
        figures["brierSklearn"] = number(sklearn.metrics.brier_score_loss(gold, p, labels=range(k), scale_by_half=False)) if k > 2 else None
        fitted = sklearn.calibration._TemperatureScaling().fit(logits, gold) if len(set(gold)) == k else None
        figures["factor"] = None if fitted is None else number(fitted.beta_)
    return figures


QUERIES = np.array([0.001, 0.05, 0.31, 0.5, 0.77, 0.93, 0.999])


def calibrator_figures(c, y, bins):
    def logit(p):
        return np.log(p / (1 - p)).reshape(-1, 1)

    platt = TIGHT().fit(logit(c), y)
    isotonic = sklearn.isotonic.IsotonicRegression(out_of_bounds="clip").fit(c, y)
    beta = betacal.beta_calibration._BetaCal().fit(c, y)
    histogram = calibration.calibrators.HistogramCalibrator(len(c), bins)
    binner = calibration.calibrators.PlattBinnerCalibrator(len(c), bins)
    histogram.train_calibration(c, y)
    binner.train_calibration(c, y)
    answers = {
        "platt": platt.predict_proba(logit(QUERIES))[:, 1],
        "isotonic": isotonic.predict(QUERIES),
        "beta": beta.predict(QUERIES),
        "histogram": histogram.calibrate(QUERIES),
        "scaling-binning": binner.calibrate(QUERIES),
    }
    return {name: [number(value) for value in values] for name, values in answers.items()}


def write(name, **content):
    versions = {
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
        "torch": torch.__version__,
        "torchmetrics": torchmetrics.__version__,
        "netcal": netcal.__version__,
    }
    for package in ("relplot", "uncertainty-calibration", "betacal", "model-diagnostics", "torch-uncertainty"):
        try:
            versions[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            versions[package] = "unknown"
    path = Path(__file__).with_name(f"{name}.golden.json")
    lines = ",\n".join(f"{json.dumps(key)}:[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in value) + "\n]" for key, value in content.items())
    path.write_text(f'{{"versions":{json.dumps(versions)},\n{lines}\n}}\n')


def main():
    binary = []
    for kind in BINARY:
        for i, n in enumerate([1, 2, 3, 7, 10, 16, 40, 100, 100, 333, 333, 700, 700, 1000, 1000]):
            bins = [10, 15, 5, 20, 1, 10, 15, 7, 10, 15, 20, 10, 25, 15, 10][i]
            c, y = binary_data(kind, n, i)
            binary.append({"kind": kind, "n": n, "seed": i, "bins": bins, "sum": float(c.sum()), "rights": int(y.sum()), **binary_figures(c, y, bins)})
    vectors = []
    for c, y in [([0.95, 1.0], [1, 0]), ([0.0], [1]), ([0.25, 0.3, 0.35], [0, 1, 0]), ([0.8] * 10, [1] * 5 + [0] * 5)]:
        vectors.append({"c": c, "y": y, "bins": 10, "relplotBinned": number(relplot.metrics.binnedECE(np.array(c), np.array(y), 10)), **binary_figures(np.array(c), np.array(y), 10)})
    multiclass = []
    for k in range(2, 11):
        for i, (kind, n) in enumerate([("plain", 1), ("plain", 30), ("halves", 50), ("confident", 60), ("plain", 200), ("halves", 333), ("confident", 400), ("plain", 500)]):
            logits, gold = multiclass_data(kind, n, k, i)
            bins = [15, 10, 5, 15, 20, 15, 10, 15][i]
            multiclass.append({"kind": kind, "n": n, "k": k, "seed": i, "bins": bins, "sum": float(logits.sum()), "golds": int(gold.sum()), **multiclass_figures(logits, gold, bins)})
    fits = []
    for kind in ("uniform", "high", "gaps", "hundredths"):
        for i, n in enumerate([60, 150, 400, 1000]):
            c, y = binary_data(kind, n, f"fit {i}")
            c = 0.0005 + c * 0.999
            fits.append({"kind": kind, "n": n, "seed": f"fit {i}", "bins": 10, "sum": float(c.sum()), "right": int(y.sum()), **calibrator_figures(c, y, 10)})
    intervals = []
    for n in (1, 2, 5, 10, 33, 100, 1000, 100_000):
        for k in sorted({0, 1, n // 3, n // 2, n - 1, n}):
            test = scipy.stats.binomtest(k, n)
            w, e = test.proportion_ci(method="wilson"), test.proportion_ci(method="exact")
            intervals.append([k, n, w.low, w.high, e.low, e.high])
    boots = []
    for kind in ("uniform", "high", "hundredths"):
        c, y = binary_data(kind, 100, "bootstrap")
        squares = (c - y) ** 2
        for method in ("percentile", "BCa"):
            # The mean of squares is skewed; the standard deviation is biased as well.
            for name, statistic in (("mean", np.mean), ("deviation", np.std)):
                found = scipy.stats.bootstrap((squares,), statistic, n_resamples=100_000, method=method, rng=0, batch=1000)
                boots.append({"kind": kind, "method": method.lower(), "statistic": name, "low": number(found.confidence_interval.low), "high": number(found.confidence_interval.high)})
    write("metrics", vectors=vectors, binary=binary, multiclass=multiclass)
    write("calibrators", fits=fits, intervals=intervals, bootstraps=boots)


if __name__ == "__main__":
    main()
