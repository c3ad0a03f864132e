namespace TorchSharp;

/// <summary>Something with native memory that knows the scope which will dispose it.</summary>
internal interface IScoped : IDisposable
{
    DisposeScope? OwningScope { get; set; }

    /// <summary>Where in its scope it is, see <see cref="ScopeContents"/>.</summary>
    int Place { get; set; }

    /// <summary>Whether it is a packed sequence, which the statistics count apart from tensors.</summary>
    bool IsPackedSequence => false;
}
