#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   mean, variance and cdf of a distribution describe what sample() draws.
# Happens: three of them do not: Exponential.variance is rate^2 where 1/rate^2 is right, Geometric.mean is negative, and Poisson.cdf is
#          the exponential's.
# Seen:    Exponential(4).variance 16, of 100,000 samples 0.06; Geometric(0.25).mean -1.33, of samples 3.0; Poisson(3).cdf(2) 0.998, of
#          samples 0.42
# Matters: what is initialised, standardised or tested by these properties is wrong by orders of magnitude; use moments of samples or
#          write them out.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp;
using static TorchSharp.torch;

random.manual_seed(1);
using var exponential = distributions.Exponential(tensor(4f));
using var geometric = distributions.Geometric(tensor(0.25f));
using var poisson = distributions.Poisson(tensor(3f));
var variance = exponential.sample(100_000).var().item<float>();
var mean = geometric.sample(100_000).mean().item<float>();
var below = poisson.sample(100_000).le(2).to(float32).mean().item<float>();
Show("Exponential(4): variance, of samples", exponential.variance.item<float>(), variance);
Show("Geometric(0.25): mean, of samples", geometric.mean.item<float>(), mean);
Show("Poisson(3): cdf(2), of samples", poisson.cdf(tensor(2f)).item<float>(), below);
var rate = exponential.variance.item<float>();
var cumulated = poisson.cdf(tensor(2f)).item<float>();
Expect(Near(rate, 16) && Near(variance, 1 / 16.0, 0.1), "the variance of Exponential agrees with its samples now");
Expect(geometric.mean.item<float>() < 0 && Near(mean, 3, 0.1), "the mean of Geometric agrees with its samples now");
Expect(Near(cumulated, 1 - Math.Exp(-6)) && Near(below, 0.4232, 0.1), "the cdf of Poisson agrees with its samples now");
CS
