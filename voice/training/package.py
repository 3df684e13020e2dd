"""A trained checkpoint and a decoding graph as the folder that Vosk reads."""

import shutil
from pathlib import Path

import numpy as np

from voice.training.features import MFCC_CONF
from voice.training.network import load
from voice.training.nnet3 import write_model

LEAST_PRIOR = 1e-3
# Chosen on voices held out from training, as are the scale and the beams below.
PRIOR_SCALE = 0.7
MODEL_CONF = """--min-active=200
--max-active=3000
--beam=12.0
--lattice-beam=6.0
--acoustic-scale=0.9
--frame-subsampling-factor=3
--endpoint.silence-phones=1
--endpoint.rule2.min-trailing-silence=0.8
--endpoint.rule3.min-trailing-silence=1.2
--endpoint.rule4.min-trailing-silence=2.0
"""


def model_folder(folder: Path, checkpoint: Path, graph: Path) -> Path:
    """Vosk's folder: am/, conf/ and graph/."""
    for name in ("am", "conf", "graph"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    net, priors = load(checkpoint)
    write_model(folder / "am" / "final.mdl", net, np.maximum(priors.numpy(), LEAST_PRIOR) ** PRIOR_SCALE)
    (folder / "conf" / "mfcc.conf").write_text(MFCC_CONF)
    (folder / "conf" / "model.conf").write_text(MODEL_CONF)
    for name in ("HCLG.fst", "words.txt"):
        shutil.copy(graph / name, folder / "graph" / name)
    return folder
