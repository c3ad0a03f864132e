using Mpuc.Host.Plugins;

namespace Mpuc.Host.Tests.Plugins;

public sealed class FaultContainmentTests
{
    [TestCase("throwing-constructor", "InvalidOperationException: the constructor failed on purpose.")]
    [TestCase("throwing-module", "InvalidOperationException: the module failed on purpose.")]
    [TestCase("throwing-initializer", "InvalidOperationException: the initializer failed on purpose.")]
    [TestCase("throwing-message", "SpeechlessException.")]
    [TestCase(
        "no-plugin-type",
        "its entry point Fixtures.NoPlugin must be a public class with a parameterless constructor that implements IModalityPlugin.")]
    [TestCase("bad-kind", "it offers a modality or backbone named 'Two Words'; such a name is in lower camel case, as 'actionUnits'.")]
    [TestCase("offered-twice", "it offers 'tones' twice.")]
    public void A_plugin_at_fault_is_named_and_the_others_go_on(string fault, string expected)
    {
        using var sandbox = new PluginSandbox();
        var folder = sandbox.AddFaulty(fault, "Faulty");
        sandbox.AddGood();
        using var catalog = sandbox.Discover();

        catalog.Load();

        var message = $"Plugin 'fixtures.faulty' 0.0.0.0 in '{folder}' could not be loaded: {expected}";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(catalog.Entries.Select(entry => entry.State), Is.EqualTo(new[] { PluginState.Malfunctioned, PluginState.Active }));
            Assert.That(catalog.Entries[0].Message, Is.EqualTo(message));
            Assert.That(sandbox.Logged, Does.Contain($"malfunctioned plugin: {message}"));
            Assert.That(catalog.Modalities.Select(modality => modality.Kind), Is.EqualTo(new[] { "tones" }));
        }
    }

    [Test]
    public void A_plugin_that_cannot_be_loaded_leaves_its_place_to_a_sound_one_of_the_same_id()
    {
        using var sandbox = new PluginSandbox();
        sandbox.AddFaulty("throwing-constructor", "A");
        sandbox.AddFaulty("throwing-module", "B");
        sandbox.AddFaulty("sound", "C");
        sandbox.AddFaulty("sound", "D");
        using var catalog = sandbox.Discover();

        catalog.Load();

        Assert.That(
            catalog.Entries.Select(entry => entry.State),
            Is.EqualTo(new[] { PluginState.Malfunctioned, PluginState.Malfunctioned, PluginState.Active, PluginState.Superseded }));
    }

    [Test]
    public void A_plugin_that_hangs_is_cut_off_and_the_others_go_on()
    {
        using var sandbox = new PluginSandbox();
        sandbox.AddGood();
        using (var warmUp = sandbox.Discover())
        {
            warmUp.Load(); // The first plugin of a process takes longest, and would be cut off itself on a busy machine.
        }

        var folder = sandbox.AddFaulty("hanging-constructor", "Faulty");
        using var catalog = sandbox.Discover(settings => settings with { LoadTimeout = TimeSpan.FromSeconds(3) });
        catalog.Load();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(catalog.Entries.Select(entry => entry.State), Is.EqualTo(new[] { PluginState.Malfunctioned, PluginState.Active }));
            Assert.That(
                catalog.Entries[0].Message,
                Is.EqualTo($"Plugin 'fixtures.faulty' 0.0.0.0 in '{folder}' could not be loaded: it did not come back within 3 seconds."));
        }
    }

    [Test]
    public void A_plugin_whose_files_change_after_its_inspection_is_not_run()
    {
        using var sandbox = new PluginSandbox();
        var folder = sandbox.AddGood();
        using var catalog = sandbox.Discover();
        File.AppendAllText(Path.Combine(folder, "Words.dll"), "changed");

        catalog.Load();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(catalog.Entries.Single().State, Is.EqualTo(PluginState.Malfunctioned));
            Assert.That(catalog.Entries.Single().Message, Does.EndWith("its files changed while it was being loaded; start again."));
        }
    }

    [Test]
    public void A_plugin_that_vanishes_after_its_inspection_is_reported()
    {
        using var sandbox = new PluginSandbox();
        var folder = sandbox.AddGood();
        using var catalog = sandbox.Discover();
        Directory.Delete(folder, recursive: true);

        catalog.Load();

        Assert.That(catalog.Entries.Single().State, Is.EqualTo(PluginState.Malfunctioned));
    }
}
