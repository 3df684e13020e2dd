"""The sounds: 39 ARPAbet phones without stress, and CTC's blank.

An acoustic output ("pdf") is a CTC label: 0 is the blank, 1 to 39 are the phones. Kaldi's phone ids are
pdf + 1, because 0 is epsilon there; so phone 1 is the blank, and it stands for silence in Kaldi.
"""

ARPABET = [
    "AA",
    "AE",
    "AH",
    "AO",
    "AW",
    "AY",
    "B",
    "CH",
    "D",
    "DH",
    "EH",
    "ER",
    "EY",
    "F",
    "G",
    "HH",
    "IH",
    "IY",
    "JH",
    "K",
    "L",
    "M",
    "N",
    "NG",
    "OW",
    "OY",
    "P",
    "R",
    "S",
    "SH",
    "T",
    "TH",
    "UH",
    "UW",
    "V",
    "W",
    "Y",
    "Z",
    "ZH",
]
BLANK = 0
PHONES = ["<blk>", *ARPABET]
PDF_OF = {name: at for at, name in enumerate(PHONES)}
NUM_PDFS = len(PHONES)


def strip_stress(phone: str) -> str:
    """`strip_stress("AH0")` is "AH"."""
    return phone.rstrip("012")


def kaldi_phone(pdf: int) -> int:
    return pdf + 1


def self_loop_tid(pdf: int) -> int:
    """Kaldi's transition-id for staying in a phone."""
    return 2 * pdf + 1


def forward_tid(pdf: int) -> int:
    """Kaldi's transition-id for the first frame of a phone."""
    return 2 * pdf + 2
