using Mpuc.Host.Configuration;

namespace Mpuc.Host.Tests.Configuration;

internal sealed class RuntimeOptionsTests : ConfigurationFixture
{
    [Test]
    public void By_default_tensors_are_computed_on_all_cores() =>
        Assert.That(Load(Minimal).Runtime, Is.EqualTo(new RuntimeOptions { Device = "cpu", Threads = 0 }));

    [Test]
    public void Device_and_threads_are_read() =>
        Assert.That(
            Load(Minimal, "runtime.device=cuda", "runtime.threads=3").Runtime,
            Is.EqualTo(new RuntimeOptions { Device = "cuda", Threads = 3 }));

    [Test]
    public void A_device_that_does_not_exist_is_refused() => Assert.That(
        ErrorsOf(Minimal, "runtime.device=gpu"),
        Is.EqualTo(new[] { "--set runtime.device=gpu: runtime.device is the text \"gpu\"; it must be one of cpu, auto, cuda, "
                + string.Join(", ", Enumerable.Range(0, 16).Select(index => $"cuda:{index}")) + "; did you mean 'cpu'?" }));
}
