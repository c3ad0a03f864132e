namespace Mpuc.Weights.PyTorch.Pickle;

/// <summary>A Python dictionary with texts or whole numbers (as their digits) as keys, in the order of the pickle.</summary>
internal sealed class PickleDictionary() : OrderedDictionary<string, object?>(StringComparer.Ordinal);
