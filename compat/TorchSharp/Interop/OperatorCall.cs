using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Lays the arguments of one operator out in native memory, on the stack as far as they fit, and makes the call.</summary>
internal static unsafe class OperatorCall
{
    // Room for the lists of nearly every operator; a call with longer ones borrows from the heap.
    private const int StackWords = 32;

    [SkipLocalsInit]
    internal static void Invoke(IntPtr handle, ReadOnlySpan<Argument> arguments, NativeValue* results, int capacity)
    {
        var words = Words(arguments);
        if (words <= StackWords) {
            var lists = stackalloc long[StackWords];
            Invoke(handle, arguments, lists, results, capacity);
            return;
        }

        var memory = (long*)NativeMemory.Alloc((nuint)words, sizeof(long));
        try {
            Invoke(handle, arguments, memory, results, capacity);
        } finally {
            NativeMemory.Free(memory);
        }
    }

    [SkipLocalsInit]
    private static void Invoke(IntPtr handle, ReadOnlySpan<Argument> arguments, long* lists, NativeValue* results, int capacity)
    {
        var values = stackalloc NativeValue[arguments.Length];
        for (var i = 0; i < arguments.Length; i++) {
            ref readonly var argument = ref arguments[i];
            values[i].Tag = argument.Tag;
            values[i].Count = argument.Count;
            values[i].Integer = argument.Tag switch
            {
                ValueTag.Tensor => Unsafe.As<Tensor>(argument.Reference!).Handle,
                ValueTag.Generator => ((Generator)argument.Reference!).Handle,
                ValueTag.None or ValueTag.Int or ValueTag.Double or ValueTag.Bool or ValueTag.Device => argument.Bits,
                _ => WriteList(argument, ref values[i].Count, ref lists),
            };
        }

        int returned;
        NativeError.Check(NativeMethods.mpuc_operator_call(handle, values, arguments.Length, results, capacity, &returned));
    }

    private static int Words(ReadOnlySpan<Argument> arguments)
    {
        var words = 0;
        foreach (ref readonly var argument in arguments) {
            words += argument.Tag switch
            {
                ValueTag.String => (Encoding.UTF8.GetMaxByteCount(((string)argument.Reference!).Length) + sizeof(long) - 1) / sizeof(long),
                ValueTag.Complex => 2,
                ValueTag.Device => 0,
                _ => argument.Count,
            };
        }

        return words;
    }

    private static long WriteList(in Argument argument, ref int count, ref long* lists)
    {
        var start = lists;
        switch (argument.Reference) {
            case long[] integers:
                integers.CopyTo(new Span<long>(start, integers.Length));
                lists += integers.Length;
                break;
            case double[] reals:
                reals.CopyTo(new Span<double>(start, reals.Length));
                lists += reals.Length;
                break;
            case string text:
                var room = Encoding.UTF8.GetMaxByteCount(text.Length);
                count = Encoding.UTF8.GetBytes(text, new Span<byte>(start, room));
                lists += (room + sizeof(long) - 1) / sizeof(long);
                break;
            case Tensor?[] tensors:
                foreach (var tensor in tensors) {
                    *lists++ = tensor?.Handle ?? 0;
                }

                break;
            default:
                throw new InvalidOperationException($"An operator cannot take {argument.Reference?.GetType().Name ?? "null"} as a list.");
        }

        return (long)start;
    }
}
