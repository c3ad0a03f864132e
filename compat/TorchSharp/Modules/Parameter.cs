using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module trains.</summary>
public class Parameter : Tensor
{
    /// <summary>Makes a parameter of a tensor, which gives its data away and is as if disposed afterwards.</summary>
    /// <param name="data">The values; the parameter stays in their dispose scope.</param>
    /// <param name="requires_grad">Whether gradients are computed for it.</param>
    public Parameter(Tensor data, bool requires_grad = true) : this(data.OwningScope, data.DecoupleFromNativeHandle())
        => this.requires_grad = requires_grad;

    private Parameter(DisposeScope? scope, IntPtr handle) : base(handle)
    {
        if (OwningScope != scope)
        {
            MoveToOtherDisposeScope(scope!);
        }
    }

    internal void ForgetGradient(bool dropTensor)
    {
        if (dropTensor)
        {
            grad = null;
            return;
        }

        using var gradient = grad;
        gradient?.detach_().zero_();
    }
}
