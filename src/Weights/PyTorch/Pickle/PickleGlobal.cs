namespace Mpuc.Weights.PyTorch.Pickle;

/// <summary>A Python function or class that a pickle names and its vocabulary knows. It is a name here and never Python's code.</summary>
/// <param name="Name">The module and the name, such as <c>collections.OrderedDict</c>.</param>
internal sealed record PickleGlobal(string Name);
