#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   rsample, the reparameterised draw, carries gradients to the parameters for every distribution that has one; sample does not.
# Happens: Normal, Beta and Dirichlet do; Gamma detaches its draw and every transformed distribution (LogNormal, Gumbel, relaxed
#          categorical) draws under no_grad.
# Seen:    requires_grad of rsample: Normal True, Beta True, LogNormal False, Gumbel False, Gamma False, RelaxedOneHotCategorical False
# Matters: a variational or Gumbel-softmax layer trains its decoder only and reports no error; build the draw from noise by hand.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using static TorchSharp.torch;

using var one = tensor(1f);
using var parameter = tensor(2f, requires_grad: true);
using var logits = zeros(3, requires_grad: true);
var carries = new Dictionary<string, bool>
{
    ["Normal"] = distributions.Normal(parameter, one).rsample().requires_grad,
    ["Beta"] = distributions.Beta(parameter, one).rsample().requires_grad,
    ["LogNormal"] = distributions.LogNormal(parameter, one).rsample().requires_grad,
    ["Gumbel"] = distributions.Gumbel(parameter, one).rsample().requires_grad,
    ["Gamma"] = distributions.Gamma(parameter, one).rsample().requires_grad,
    ["RelaxedOneHotCategorical"] = distributions.RelaxedOneHotCategorical(one, logits: logits).rsample().requires_grad,
};
Show("requires_grad of rsample", carries.Select(item => $"{item.Key} {item.Value}"));
Expect(carries["Normal"] && carries["Beta"], "Normal or Beta no longer carry gradients");
Expect(carries.Count(item => !item.Value) == 4, "one of LogNormal, Gumbel, Gamma and RelaxedOneHotCategorical carries gradients now");
CS
