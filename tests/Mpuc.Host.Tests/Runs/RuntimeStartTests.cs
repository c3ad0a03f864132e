using Mpuc.Host.Configuration;
using Mpuc.Host.Runs;
using TorchSharp;

namespace Mpuc.Host.Tests.Runs;

public class RuntimeStartTests
{
    [Test]
    public void The_processor_is_the_processor_and_threads_are_set_where_the_configuration_says_so()
    {
        var before = torch.get_num_threads();
        try
        {
            Assert.That(new RuntimeOptions { Threads = before + 1 }.Start().type, Is.EqualTo(DeviceType.CPU));
            Assert.That(torch.get_num_threads(), Is.EqualTo(before + 1));
            new RuntimeOptions { Threads = 0 }.Start();
            Assert.That(torch.get_num_threads(), Is.EqualTo(before + 1), "0 leaves them alone");
        }
        finally
        {
            torch.set_num_threads(before);
        }
    }

    [Test]
    public void Without_a_GPU_the_processor_serves_where_either_would_do()
    {
        RequireNone();

        Assert.That(new RuntimeOptions { Device = "auto" }.Start().type, Is.EqualTo(DeviceType.CPU));
    }

    [TestCase("cuda")]
    [TestCase("cuda:0")]
    [TestCase("cuda:15")]
    public void A_GPU_that_is_not_there_is_refused_with_what_would_be_right(string device)
    {
        RequireNone();

        Assert.That(
            () => new RuntimeOptions { Device = device }.Start(),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"'runtime.device' is '{device}', but libtorch finds no CUDA device; 'cpu' would be right."));
    }

    private static void RequireNone()
    {
        if (torch.cuda.device_count() > 0)
        {
            Assert.Ignore("This machine has a GPU.");
        }
    }
}
