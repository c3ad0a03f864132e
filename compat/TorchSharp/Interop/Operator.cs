using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// An ATen operator by name, for example <c>new Operator("aten::add", "Tensor")</c>. It is looked up on first use; each call is one native
/// call. Arguments stand in the schema's order, keyword arguments included; trailing ones may be left out where the schema has defaults.
/// </summary>
internal sealed class Operator(string name, string overload = "")
{
    private IntPtr handle;

    internal string Name { get; } = overload.Length == 0 ? name : name + "." + overload;

    /// <summary>Calls an operator that returns one tensor.</summary>
    internal unsafe Tensor Call(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        OperatorCall.Invoke(Handle, arguments, &result, 1);
        return Tensor.Own(result.Pointer);
    }

    internal unsafe (Tensor, Tensor) Call2(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[2];
        OperatorCall.Invoke(Handle, arguments, results, 2);
        return (Tensor.Own(results[0].Pointer), Tensor.Own(results[1].Pointer));
    }

    internal unsafe (Tensor, Tensor, Tensor) Call3(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[3];
        OperatorCall.Invoke(Handle, arguments, results, 3);
        return (Tensor.Own(results[0].Pointer), Tensor.Own(results[1].Pointer), Tensor.Own(results[2].Pointer));
    }

    internal unsafe (Tensor, Tensor, Tensor, Tensor) Call4(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[4];
        OperatorCall.Invoke(Handle, arguments, results, 4);
        return (
            Tensor.Own(results[0].Pointer), Tensor.Own(results[1].Pointer), Tensor.Own(results[2].Pointer), Tensor.Own(results[3].Pointer));
    }

    /// <summary>Calls an operator that returns a list of tensors.</summary>
    internal unsafe Tensor[] CallList(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        OperatorCall.Invoke(Handle, arguments, &result, 1);
        var tensors = new Tensor[result.Count];
        for (var i = 0; i < tensors.Length; i++) {
            tensors[i] = Tensor.Own(((void**)result.Pointer)[i]);
        }

        return tensors;
    }

    /// <summary>Calls an operator for its effect and drops what it returns.</summary>
    internal unsafe void CallVoid(params ReadOnlySpan<Argument> arguments) => OperatorCall.Invoke(Handle, arguments, null, 0);

    /// <summary>Calls an in-place operator and returns its first argument, the tensor that it changed.</summary>
    internal Tensor CallInPlace(params ReadOnlySpan<Argument> arguments)
    {
        CallVoid(arguments);
        return (Tensor)arguments[0].Reference!;
    }

    internal unsafe long CallLong(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        OperatorCall.Invoke(Handle, arguments, &result, 1);
        return result.Integer;
    }

    internal bool CallBool(params ReadOnlySpan<Argument> arguments) => CallLong(arguments) != 0;

    /// <summary>Fails where this libtorch lacks the operator.</summary>
    internal IntPtr Handle => handle != IntPtr.Zero ? handle : Find();

    // Two threads may both look up; they find equal handles and either may stay.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private IntPtr Find()
    {
        NativeError.Check(NativeMethods.mpuc_operator_find(name, overload, out var found));
        handle = found;
        return found;
    }
}
