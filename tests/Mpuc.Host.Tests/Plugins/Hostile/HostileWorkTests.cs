using Mpuc.Host.Tests.Plugins.Swapping;

namespace Mpuc.Host.Tests.Plugins.Hostile;

/// <summary>
/// What plugins do wrong once they work: the training ends with a sentence that names the plugin, and the host trains on without the fault.
/// </summary>
public sealed class HostileWorkTests
{
    private static readonly string Reading = "modality 'left': the plugin fixtures.hostile 0.0.0.0 failed on '";

    [TestCase("nan", "its frames hold values that are not finite (NaN or infinity).")]
    [TestCase("infinity", "its frames hold values that are not finite (NaN or infinity).")]
    [TestCase("double", "its frames are Float64, not Float32.")]
    [TestCase("nothing", "it returned no sequence.")]
    [TestCase("disposed", "its frames are a tensor that is disposed.")]
    [TestCase("huge", "its frames, [1099511627776, 6], take more than the 2 GB that a sequence may have.")]
    public void Frames_that_break_the_contract(string fault, string message) => AssertStopped("options", fault, Reading, message);

    [TestCase(
        "constructor",
        "Plugin 'fixtures.hostile' 0.0.0.0 could not make the encoder of modality 'left': InvalidOperationException: no encoder today.")]
    [TestCase("throws", "Plugin 'fixtures.hostile' 0.0.0.0 could not read '", "InvalidOperationException: the file was not to its taste.")]
    [TestCase("speechless", "Plugin 'fixtures.hostile' 0.0.0.0 could not read '", "SpeechlessException.")]
    [TestCase("empty", "Plugin 'fixtures.hostile' 0.0.0.0 could not read '", "A sequence needs at least one frame.")]
    [TestCase("cancels", "modality 'left': the plugin fixtures.hostile 0.0.0.0 failed on '", "nobody asked for it")]
    [TestCase("shape", "Modality 'left': the frames of recording '", "all must have the same.")]
    [TestCase("noWindow", "Plugin 'fixtures.hostile' 0.0.0.0 could not size a window: InvalidOperationException: there are no windows.")]
    [TestCase("disposedWindow", "modality 'left': the plugin fixtures.hostile 0.0.0.0 failed", "InvalidOperationException")]
    [TestCase("window", "Plugin 'fixtures.hostile' 0.0.0.0 could not cut a window: InvalidOperationException: the window was shut.")]
    public void An_encoder_at_fault(string fault, params string[] message) => AssertStopped("options", fault, message);

    [TestCase(
        "constructor",
        "Plugin 'fixtures.hostile' 0.0.0.0 could not make the backbone 'perceptron' of modality 'left'",
        "no weights today.")]
    [TestCase("size", "(plugin fixtures.hostile 0.0.0.0) returned features of shape [16, 511], where [16, 512] is due.")]
    [TestCase("rows", "(plugin fixtures.hostile 0.0.0.0) returned features of shape [1, 512], where [16, 512] is due.")]
    [TestCase("nan", "The modality 'left' has an embedding that is not a finite number.")]
    [TestCase("disposed", "(plugin fixtures.hostile 0.0.0.0) could not encode a batch: it returned a tensor that is disposed.")]
    [TestCase("nothing", "(plugin fixtures.hostile 0.0.0.0) could not encode a batch: it returned null.")]
    [TestCase(
        "throws", "(plugin fixtures.hostile 0.0.0.0) could not encode a batch: InvalidOperationException: the batch was not to its taste.")]
    [TestCase("native", "(plugin fixtures.hostile 0.0.0.0) could not encode a batch: ExternalException: ")]
    public void A_backbone_at_fault(string fault, params string[] message) => AssertStopped("backbone.options", fault, message);

    private static void AssertStopped(string section, string fault, params string[] message)
    {
        using var run = new NumbersRun("hostile/Hostile.dll") { Sets = [$"modalities.left.{section}.fault={fault}"] };
        using (Assert.EnterMultipleScope())
        {
            var stopped = Assert.Throws<MpucException>(() => run.Train())!;
            foreach (var part in message)
            {
                Assert.That(stopped.Message, Does.Contain(part));
            }

            run.Sets = ["training.epochs=1"];
            run.Begin();
            Assert.That(run.Train().Epochs, Is.EqualTo(1), "the host and the plugin go on");
        }
    }
}
