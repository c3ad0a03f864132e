namespace TorchSharp;

public static partial class torch
{
    /// <summary>The innermost dispose scope of this thread; null where there is none.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.Current.Innermost;

    /// <summary>Opens a scope that disposes the tensors created in it; use it with <c>using</c>.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.NewScope();

    /// <summary>Runs an expression in a scope of its own and returns its result to the scope around it.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}
