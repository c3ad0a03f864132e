using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of a parameter between steps.</summary>
public abstract class OptimizerState
{
    protected readonly Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>The state before the first step.</summary>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Copies another parameter's state.</summary>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Whether two states agree within rounding.</summary>
    public abstract bool ApproximatelyEquals(OptimizerState other);

    /// <summary>Moves the state to a device.</summary>
    public virtual void to(Device device)
    {
    }

    private protected static T As<T>(OptimizerState source) where T : OptimizerState
        => source as T ?? throw new ArgumentException($"A state of {typeof(T)} cannot be loaded from {source.GetType()}.", nameof(source));

    private protected static bool Close(Tensor? ours, Tensor? theirs)
        => ours is null || theirs is null ? ours is null && theirs is null : ours.allclose(theirs);

    private protected static void Move(ref Tensor? tensor, Device device)
    {
        if (tensor is not null)
        {
            tensor = Kept(tensor.to(device, disposeAfter: true));
        }
    }

    /// <summary>A copy of another state's tensor, where this one's parameter lies.</summary>
    private protected void Copy(ref Tensor? tensor, Tensor? source)
    {
        if (ReferenceEquals(tensor, source))
        {
            return;
        }

        tensor?.Dispose();
        tensor = source is null ? null : Kept(source.to(source.dtype, _parameter.device, copy: true));
    }

    /// <summary>A state outlives the scope of the step that makes it.</summary>
    private protected static Tensor Kept(Tensor tensor) => tensor.DetachFromDisposeScope();

    private protected Tensor Zeros() => Kept(zeros_like(_parameter, requires_grad: false));
}
