"""Golden values of attention, Transformer and recurrent layers. How to run: see golden.py."""

import torch
from torch import nn

from golden import random, record, write

torch.manual_seed(2)
padding = torch.tensor([[False, False, False, True], [False, False, True, True]])
causal = torch.triu(torch.ones(4, 4, dtype=torch.bool), 1)
bias = random(4, 4)
bias_per_head = random(4, 3, 5)
encoder_layer = nn.TransformerEncoderLayer(4, 2, 6, dropout=0)

CASES = {
    "attention": (nn.MultiheadAttention(4, 2), [random(3, 2, 4)], lambda m, x: m(x, x, x)),
    "attention_cross": (nn.MultiheadAttention(4, 2), [random(3, 2, 4), random(5, 2, 4)], lambda m, q, k: m(q, k, k)),
    "attention_sizes": (
        nn.MultiheadAttention(4, 2, bias=False, kdim=3, vdim=5), [random(3, 2, 4), random(5, 2, 3), random(5, 2, 5)],
        lambda m, q, k, v: m(q, k, v)),
    "attention_masks": (
        nn.MultiheadAttention(4, 2), [random(4, 2, 4), padding, causal],
        lambda m, x, p, a: m(x, x, x, key_padding_mask=p, attn_mask=a)),
    "attention_added": (
        nn.MultiheadAttention(4, 1), [random(4, 2, 4), padding, bias],
        lambda m, x, p, a: m(x, x, x, key_padding_mask=p, attn_mask=a.detach())),
    "attention_added_per_head": (
        nn.MultiheadAttention(4, 2), [random(3, 2, 4), random(5, 2, 4), bias_per_head],
        lambda m, q, k, a: m(q, k, k, attn_mask=a.detach())),
    "attention_extra_keys": (
        nn.MultiheadAttention(4, 2, add_bias_kv=True, add_zero_attn=True), [random(4, 2, 4), padding],
        lambda m, x, p: m(x, x, x, key_padding_mask=p)),
    "encoder_layer": (encoder_layer, [random(4, 2, 4)], lambda m, x: m(x)),
    "encoder_layer_gelu": (nn.TransformerEncoderLayer(4, 1, 3, dropout=0, activation="gelu"), [random(4, 2, 4)], lambda m, x: m(x)),
    "encoder_layer_masks": (
        nn.TransformerEncoderLayer(4, 2, 6, dropout=0), [random(4, 2, 4), causal, padding],
        lambda m, x, a, p: m(x, src_mask=a, src_key_padding_mask=p)),
    "encoder": (nn.TransformerEncoder(encoder_layer, 2), [random(4, 2, 4)], lambda m, x: m(x)),
    "encoder_masks": (
        nn.TransformerEncoder(encoder_layer, 2), [random(4, 2, 4), causal, padding],
        lambda m, x, a, p: m(x, mask=a, src_key_padding_mask=p)),
    "lstm": (nn.LSTM(3, 2), [random(4, 2, 3)], lambda m, x: (lambda y, s: (y, *s))(*m(x))),
    "lstm_states": (
        nn.LSTM(3, 2, num_layers=2, bidirectional=True, batch_first=True), [random(2, 4, 3), random(4, 2, 2), random(4, 2, 2)],
        lambda m, x, h, c: (lambda y, s: (y, *s))(*m(x, (h, c)))),
    "gru": (nn.GRU(3, 2, bias=False, batch_first=True), [random(2, 4, 3)], lambda m, x: m(x)),
    "gru_state": (nn.GRU(3, 2, num_layers=2, bidirectional=True), [random(4, 2, 3), random(4, 2, 2)], lambda m, x, h: m(x, h)),
}

tensors = {}
for case, (module, inputs, call) in CASES.items():
    with torch.no_grad():
        for value in module.parameters():
            value.copy_(random(*value.shape))
    record(tensors, case, lambda *given: call(module, *given), inputs, module)
write("sequence_layers.safetensors", tensors)
