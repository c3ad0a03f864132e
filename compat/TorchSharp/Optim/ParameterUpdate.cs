using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A parameter, the gradient to change it by, and what is remembered of it.</summary>
internal readonly record struct ParameterUpdate(Parameter Parameter, Tensor Gradient, OptimizerState State);
