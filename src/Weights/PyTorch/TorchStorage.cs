using TorchSharp;

namespace Mpuc.Weights.PyTorch;

/// <summary>A run of elements that tensors are views of, as a pickle refers to it.</summary>
/// <param name="Key">Its name in the file.</param>
/// <param name="Type">The elements' type.</param>
/// <param name="ElementSize">An element's size in bytes.</param>
/// <param name="Count">How many elements the pickle says that there are.</param>
internal sealed record TorchStorage(string Key, torch.ScalarType Type, int ElementSize, long Count);
