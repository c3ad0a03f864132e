using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW remember of a parameter; tensors are made where they are missing.</summary>
internal interface IAdamState
{
    Tensor Mean { get; }

    Tensor MeanSquare { get; }

    Tensor LargestMeanSquare { get; }

    /// <summary>Counts a step.</summary>
    long Advance();
}
