using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>A gated convolution as a function of libtorch's automatic differentiation; see <see cref="TcnBlockFunction"/>.</summary>
internal sealed class GatedConvolutionFunction : autograd.SingleTensorFunction<GatedConvolutionFunction>
{
    private const string CallKey = "call";

    // The values, four weights and the call itself.
    private const int Inputs = 6;

    public override string Name => nameof(GatedConvolutionFunction);

    /// <summary>Runs the convolution and saves what a backward pass needs, if one may follow.</summary>
    /// <remarks>Tensors made here belong to the dispose scope of the caller, which must be one of this call alone.</remarks>
    public static Tensor Run(GatedConvolutionCall call, Tensor values, Tensor[] weights)
    {
        if (call.Keeps)
        {
            return apply([values, .. weights, call]);
        }

        var result = call.EmptyResult();
        call.Forward(values.contiguous(), call.Pack(weights), null, result);
        return result;
    }

    /// <inheritdoc/>
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var call = (GatedConvolutionCall)vars[^1];
        var values = ((Tensor)vars[0]).contiguous();
        var packed = call.Pack([.. vars[1..^1].Cast<Tensor>()]);
        var (result, kept) = (call.EmptyResult(), call.EmptyResult());
        call.Forward(values, packed, kept, result);

        // As for the TCN block: no zeros where no gradient arrives.
        ctx.set_materialize_grads(false);
        ctx.save_for_backward([values, packed, kept]);
        ctx.save_data(CallKey, call);
        return result;
    }

    /// <inheritdoc/>
    /// <remarks>It must not throw: an exception would have to cross libtorch, and ends the process.</remarks>
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        // No gradient is an invalid tensor, not null. A valid one is ours to dispose, as are the saved tensors.
        if (grad_output.IsInvalid)
        {
            return [.. new Tensor[Inputs]];
        }

        var call = (GatedConvolutionCall)ctx.get_data(CallKey);
        using var scope = NewDisposeScope();
        using var arriving = grad_output;
        var gradients = Backward(call, ctx, arriving.contiguous());

        // These stay alive until libtorch has taken them over, and belong to the dispose scope in which backward() was called.
        scope.MoveToOuter(gradients.OfType<IDisposable>());
        return gradients;
    }

    private static List<Tensor> Backward(GatedConvolutionCall call, autograd.AutogradContext ctx, Tensor gradient)
    {
        List<Tensor> saved;
        try
        {
            saved = ctx.get_saved_variables();
        }
        catch (ExternalException)
        {
            // Somebody wrote into the values after the forward pass. Where libtorch's own operators throw, this can only give what no
            // training takes.
            return Failed(call);
        }

        var valuesGradient = call.NeedsValuesGradient ? ValuesShaped(call) : null;
        var weights = call.Backward(saved[0], saved[1], saved[2], gradient, valuesGradient);
        return [valuesGradient!, .. weights, null!];
    }

    private static List<Tensor> Failed(GatedConvolutionCall call)
    {
        var (shape, outputs) = (call.Shape, call.Shape.Outputs);
        return
        [
            ValuesShaped(call).fill_(float.NaN),
            Nan(outputs, shape.Inputs, 1, GatedConvolutionShape.Taps), Nan(outputs),
            Nan(outputs, shape.Inputs, 1, GatedConvolutionShape.Taps), Nan(outputs),
            null!,
        ];
    }

    private static Tensor ValuesShaped(GatedConvolutionCall call) =>
        TensorMemory.Empty(call.Batch, call.Nodes, call.Shape.Frames, call.Shape.Inputs);

    private static Tensor Nan(params ReadOnlySpan<long> shape) => TensorMemory.Empty(shape).fill_(float.NaN);
}
