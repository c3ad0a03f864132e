namespace TorchSharp;

/// <content>Copying, filling and converting.</content>
public static partial class torch
{
    public static bool is_nonzero(Tensor input) => input.is_nonzero();
}
