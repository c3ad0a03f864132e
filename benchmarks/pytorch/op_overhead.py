"""The Python side of Mpuc.Benchmarks' OperatorOverhead: prints one JSON object of median microseconds per call."""
import json
import statistics
import time

import torch


def median_microseconds(call, calls, rounds=15):
    for _ in range(calls):
        call()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(calls):
            call()
        times.append((time.perf_counter() - start) / calls * 1e6)
    return statistics.median(times)


torch.set_num_threads(1)
left, right = torch.rand(2, 2), torch.rand(2, 2)
inputs = torch.rand(8, 8)
weight, bias = torch.rand(8, 8, requires_grad=True), torch.rand(8, requires_grad=True)

print(json.dumps({
    "Add2x2": median_microseconds(lambda: left + right, 100_000),
    "Linear8x8AndBackward": median_microseconds(lambda: torch.nn.functional.linear(inputs, weight, bias).sum().backward(), 10_000),
}))
