using System.Reflection;
using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins.Loading;

namespace Mpuc.Host.Tests.Plugins;

public sealed class LoadingTests
{
    [Test]
    public void A_copy_holds_every_file_and_goes_with_the_shadow_folder()
    {
        using var sandbox = new PluginSandbox();
        var folder = sandbox.AddGood();
        Directory.CreateDirectory(Path.Combine(folder, "deep"));
        File.WriteAllText(Path.Combine(folder, "deep", "file.txt"), "tone");
        var shadow = new ShadowFolder();

        var copy = shadow.Copy(folder, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));

        Assert.That(File.ReadAllText(Path.Combine(copy, "deep", "file.txt")), Is.EqualTo("tone"));
        shadow.Dispose();
        Assert.That(copy, Does.Not.Exist);
    }

    [Test]
    public void What_a_killed_process_left_is_deleted_and_what_is_in_use_is_not()
    {
        var stale = Directory.CreateTempSubdirectory("mpuc-plugins-").FullName;
        File.WriteAllText(Path.Combine(stale, "Good.dll"), "");
        File.WriteAllText(stale + ".lock", "");
        using var sandbox = new PluginSandbox();
        var folder = sandbox.AddGood();
        using var inUse = new ShadowFolder();
        var copy = inUse.Copy(folder, Directory.EnumerateFiles(folder));

        using var next = new ShadowFolder();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stale, Does.Not.Exist);
            Assert.That(stale + ".lock", Does.Not.Exist);
            Assert.That(copy, Does.Exist);
        }
    }

    [Test, Platform("Linux"), System.Runtime.Versioning.SupportedOSPlatform("linux")]
    public void Nobody_else_can_read_the_copies()
    {
        using var sandbox = new PluginSandbox();
        var folder = sandbox.AddGood();
        using var shadow = new ShadowFolder();
        var parent = Path.GetDirectoryName(shadow.Copy(folder, Directory.EnumerateFiles(folder)))!;
        Assert.That(File.GetUnixFileMode(parent), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Test]
    public void A_guarded_call_gives_its_result_or_its_exception()
    {
        using var result = new MemoryStream();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(GuardedCall.Run("test", TimeSpan.FromMinutes(1), () => result), Is.SameAs(result));
            Assert.That(
                () => GuardedCall.Run<MemoryStream>("test", TimeSpan.FromMinutes(1), () => throw new InvalidDataException("no")),
                Throws.TypeOf<InvalidDataException>());
        }
    }

    [Test]
    public void A_guarded_call_that_comes_too_late_is_disposed()
    {
        using var release = new ManualResetEventSlim();
        using var disposed = new ManualResetEventSlim();
        Assert.That(
            () => GuardedCall.Run("test", TimeSpan.FromMilliseconds(50), () =>
            {
                release.Wait();
                return new Signal(disposed);
            }),
            Throws.TypeOf<TimeoutException>().With.Message.EqualTo("it did not come back within 0.05 seconds"));
        release.Set();
        Assert.That(disposed.Wait(TimeSpan.FromSeconds(30)), "The late result was not disposed.");
    }

    [Test]
    public void A_fault_is_described_by_its_innermost_exception_on_one_line()
    {
        var fault = new TargetInvocationException(new AggregateException(new InvalidDataException("first\nsecond.")));
        Assert.That(PluginFault.Describe(fault), Is.EqualTo("InvalidDataException: first second"));
    }

    [Test]
    public void A_sentence_meant_for_the_user_is_kept_as_it_is() =>
        Assert.That(PluginFault.Describe(new MpucException("There is no file 'x'.")), Is.EqualTo("There is no file 'x'"));

    [Test]
    public void A_guarded_encoder_is_a_fitted_one_only_if_the_plugins_is()
    {
        var guard = new PluginGuard(new PluginIdentity("fixtures.fitted", "1.0", ""), Serilog.Core.Logger.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(GuardedEncoder.Around(new PlainEncoder(), guard), Is.Not.InstanceOf<IFittedEncoder>());
            Assert.That(GuardedEncoder.Around(new FittedEncoder(), guard), Is.InstanceOf<IFittedEncoder>());
        }
    }

    [Test]
    public void Every_step_of_a_fitted_encoder_is_guarded()
    {
        var guard = new PluginGuard(new PluginIdentity("fixtures.fitted", "1.0", ""), Serilog.Core.Logger.None);
        var encoder = (IFittedEncoder)GuardedEncoder.Around(new FittedEncoder(), guard);
        var sequence = new ModalitySequence(TorchSharp.torch.zeros(1, 1), 1);
        using (Assert.EnterMultipleScope())
        {
            AssertReported(() => encoder.Fit([]), "fit its statistics");
            AssertReported(() => encoder.Transform(sequence), "transform a sequence");
            AssertReported(() => _ = encoder.State, "give its state");
            AssertReported(() => encoder.Restore(new Dictionary<string, TorchSharp.torch.Tensor>()), "take over its state");
            AssertReported(() => encoder.WindowFrames(1), "size a window");
            AssertReported(() => encoder.Window(sequence, default), "cut a window");
        }

        static void AssertReported(Action call, string what) => Assert.That(call, Throws.TypeOf<MpucException>().With.Message.EqualTo(
            $"Plugin 'fixtures.fitted' 1.0 could not {what}: InvalidOperationException: on purpose."));
    }

    [Test]
    public void A_source_that_holds_nothing_of_the_modality_is_no_fault_of_the_plugin()
    {
        var guard = new PluginGuard(new PluginIdentity("fixtures.fitted", "1.0", ""), Serilog.Core.Logger.None);
        var thrown = new MpucException("'a.mp4' has no sound.") { IsMissingModality = true };
        Assert.That(() => guard.CallAsync<int>("read", () => throw thrown), Throws.TypeOf<MpucException>()
            .With.Message.EqualTo("'a.mp4' has no sound.").And.Property(
                nameof(MpucException.IsMissingModality)).True.And.Not.SameAs(thrown));
    }

    private class PlainEncoder : IModalityEncoder
    {
        protected static InvalidOperationException Fault => new("on purpose");

        public Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken) => throw Fault;

        public int WindowFrames(double seconds) => throw Fault;

        public ModalityWindow Window(ModalitySequence sequence, TimeWindow window) => throw Fault;
    }

    private sealed class FittedEncoder : PlainEncoder, IFittedEncoder
    {
        public IReadOnlyDictionary<string, TorchSharp.torch.Tensor> State => throw Fault;

        public void Fit(IEnumerable<ModalitySequence> training) => throw Fault;

        public ModalitySequence Transform(ModalitySequence sequence) => throw Fault;

        public void Restore(IReadOnlyDictionary<string, TorchSharp.torch.Tensor> state) => throw Fault;
    }

    private sealed class Signal(ManualResetEventSlim disposed) : IDisposable
    {
        public void Dispose() => disposed.Set();
    }
}
