using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A step of SGD with momentum in one pass over memory, for parameters on the CPU: the operations one after the other (<see cref="Foreach"/>) read and write
/// everything several times, and memory is what they wait for.
/// </summary>
internal static class FusedSgd
{
    private static readonly Operator StepOperator = new("mpuc::sgd_");

    /// <summary>Whether the step can be taken so: every parameter moves already, and all tensors are plain float32 in the CPU's memory.</summary>
    internal static bool Covers(IReadOnlyList<ParameterUpdate> updates) => updates.All(update =>
        ((SGD.State)update.State).momentum_buffer is { } velocity && IsPlain(update.Parameter) && IsPlain(update.Gradient) && IsPlain(velocity)
        && update.Gradient.numel() == update.Parameter.numel() && velocity.numel() == update.Parameter.numel());

    /// <summary>velocity = momentum velocity + (1 - dampening) (gradient + decay parameter); parameter -= rate velocity, or with Nesterov's look ahead.</summary>
    internal static void Step(IReadOnlyList<ParameterUpdate> updates, double rate, double momentum, double dampening, double decay, bool nesterov) =>
        StepOperator.CallVoid(
            updates.Select(update => (Tensor)update.Parameter).ToArray(),
            updates.Select(update => update.Gradient).ToArray(),
            updates.Select(update => ((SGD.State)update.State).momentum_buffer!).ToArray(),
            rate, momentum, dampening, decay, nesterov);

    private static bool IsPlain(Tensor tensor) =>
        tensor.dtype == ScalarType.Float32 && tensor.device_type == DeviceType.CPU && !tensor.is_sparse && tensor.is_contiguous();
}
