using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>
/// The block as a function of libtorch's automatic differentiation. TorchSharp keeps one object of it and a list of all living nodes in
/// static state, so its assembly must not be one that is unloaded.
/// </summary>
internal sealed class TcnBlockFunction : autograd.SingleTensorFunction<TcnBlockFunction>
{
    private const string CallKey = "call";

    // The values, twelve weights and the call itself.
    private const int Inputs = 14;

    public override string Name => nameof(TcnBlockFunction);

    /// <summary>Runs the block and saves what a backward pass needs, if one may follow.</summary>
    /// <remarks>Tensors made here belong to the dispose scope of the caller, which must be one of this call alone.</remarks>
    public static Tensor Run(TcnBlockCall call, Tensor values, Tensor[] weights)
    {
        if (call.Keeps)
        {
            return apply([values, .. weights, call]);
        }

        var packed = Pack(call, weights);
        return Forward(call, values.contiguous(), packed, null, TensorMemory.Empty(call.Batch, 4));
    }

    /// <inheritdoc/>
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var call = (TcnBlockCall)vars[^1];
        var values = ((Tensor)vars[0]).contiguous();
        var packed = Pack(call, [.. vars[1..^1].Cast<Tensor>()]);
        var (hidden, statistics) = (TensorMemory.Empty(call.Batch, call.Frames, call.Shape.Hidden), TensorMemory.Empty(call.Batch, 4));
        var result = Forward(call, values, packed, hidden, statistics);

        // TorchSharp keeps an empty tensor of the result's size for every node, to make zeros of where no gradient arrives, unless told not
        // to use it.
        ctx.set_materialize_grads(false);
        ctx.save_for_backward([values, packed, hidden, statistics]);
        ctx.save_data(CallKey, call);
        return result;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// It runs on the thread that called backward() and must not throw: an exception would have to cross libtorch, and ends the process. So
    /// all checks are the forward pass's.
    /// </remarks>
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        // No gradient is an invalid tensor, not null. A valid one is ours to dispose, as are the saved tensors: every call unpacks new
        // ones.
        if (grad_output.IsInvalid)
        {
            return [.. new Tensor[Inputs]];
        }

        var call = (TcnBlockCall)ctx.get_data(CallKey);
        using var scope = NewDisposeScope();
        using var arriving = grad_output;
        var gradients = Backward(call, ctx, arriving.contiguous());

        // These stay alive until libtorch has taken them over, and belong to the dispose scope in which backward() was called.
        scope.MoveToOuter(gradients.OfType<IDisposable>());
        return gradients;
    }

    private static List<Tensor> Backward(TcnBlockCall call, autograd.AutogradContext ctx, Tensor gradient)
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

        var valuesGradient = call.NeedsValuesGradient ? empty_like(gradient) : null;
        var weights = call.Backward(saved[0], saved[1], saved[2], saved[3], gradient, valuesGradient);
        return [valuesGradient!, .. weights, null!];
    }

    private static List<Tensor> Failed(TcnBlockCall call) =>
    [
        Nan(call.Batch, call.Frames, call.Shape.Channels),
        .. call.WeightShapes.Select(shape => Nan(shape)),
        null!,
    ];

    private static Tensor Nan(params long[] shape) => TensorMemory.Empty(shape).fill_(float.NaN);

    private static unsafe Tensor Pack(TcnBlockCall call, Tensor[] weights)
    {
        var packed = TensorMemory.Empty(PackedTcnWeights.Floats(call.Shape));
        TcnWeightPacking.Pack(call.Shape, weights, new(call.Shape, packed.Floats()));
        return packed;
    }

    private static Tensor Forward(TcnBlockCall call, Tensor values, Tensor packed, Tensor? hidden, Tensor statistics)
    {
        var result = TensorMemory.Empty(call.Batch, call.Frames, call.Shape.Channels);
        call.Forward(values, packed, hidden, statistics, result);
        return result;
    }
}
