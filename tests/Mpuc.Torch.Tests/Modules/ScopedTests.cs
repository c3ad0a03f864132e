using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Modules;

/// <summary>Tests that leave their tensors to a dispose scope.</summary>
internal abstract class ScopedTests
{
    private DisposeScope scope = null!;

    [SetUp]
    public void OpenScope() => scope = NewDisposeScope();

    [TearDown]
    public void CloseScope() => scope.Dispose();
}
