namespace TorchSharp;

/// <content>What the factories have in common.</content>
public static partial class torch
{
    private static Tensor Create(Operator op, long[] size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        return Tracked(op.Call(size, dtype, Argument.None, device), requires_grad);
    }

    private static Tensor Create(
        Operator op, long[] size, Scalar value, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        return Tracked(op.Call(size, value, dtype, Argument.None, device), requires_grad);
    }

    private static Tensor Draw(
        Operator op, long[] size, Generator? generator, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        return Tracked(op.Call(size, generator, dtype, Argument.None, device), requires_grad);
    }

    private static Tensor Tracked(Tensor created, bool requires_grad) => requires_grad ? created.requires_grad_() : created;

    private static void RefuseNames(string[]? names)
    {
        if (names is not null) {
            throw new NotSupportedException("Named dimensions are not supported; leave names out.");
        }
    }
}
