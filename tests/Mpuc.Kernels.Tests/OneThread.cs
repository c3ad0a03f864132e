using TorchSharp;

namespace Mpuc.Kernels.Tests;

/// <summary>The tensors here are small, and test projects run side by side: more threads would only wait for each other.</summary>
[SetUpFixture]
internal sealed class OneThread
{
    [OneTimeSetUp]
    public void SetThreads() => torch.set_num_threads(1);
}
