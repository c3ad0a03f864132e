using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;

namespace Mpuc.Host.Tests.Plugins.Swapping;

/// <summary>What happens when the files of a plugin change below a catalog that is in use.</summary>
public sealed class PluginUpdateTests
{
    private PluginSandbox _sandbox = null!;
    private PluginCatalog _catalog = null!;

    [SetUp]
    public void LoadTheFirstVersion()
    {
        _sandbox = new PluginSandbox();
        _sandbox.AddGood("A");
        _sandbox.Add("B", "swapped-first/Swapped.dll");
        _catalog = _sandbox.Discover();
        _catalog.Load();
    }

    [TearDown]
    public void DeleteSandbox()
    {
        _catalog.Dispose();
        _sandbox.Dispose();
    }

    [Test]
    public void Without_a_change_there_is_no_update() => Assert.That(_catalog.FindUpdate(), Is.Null);

    [Test]
    public void A_new_version_is_offered_beside_the_old_one_and_takes_over_when_it_is_accepted()
    {
        var (good, old) = (_catalog.Entries[0].Loaded, _catalog.Entries[1].Loaded);
        _sandbox.Replace("B", "swapped-second/Swapped.dll");

        using var update = _catalog.FindUpdate()!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(update.Changes.Select(change => change.ToString()), Is.EqualTo(new[] { "fixtures.swapped 1.0.0 to 1.1.0" }));
            Assert.That(update.Modalities.Select(modality => modality.Kind), Is.EqualTo(new[] { "tones", "numbers" }));
            Assert.That(update.Create(Numbers()).Plugin.Version, Is.EqualTo("1.1.0"));
            Assert.That(_catalog.Create(Numbers()).Plugin.Version, Is.EqualTo("1.0.0"), "until it is accepted");
        }

        update.Accept();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_catalog.Create(Numbers()).Plugin.Version, Is.EqualTo("1.1.0"));
            Assert.That(_catalog.Entries[0].Loaded, Is.SameAs(good), "the other plugin is the very same one");
            Assert.That(_catalog.Entries[1].Loaded, Is.Not.SameAs(old));
            Assert.That(_catalog.FindUpdate(), Is.Null);
        }
    }

    [Test]
    public void An_update_that_is_not_accepted_leaves_everything_as_it_was()
    {
        var before = _catalog.Entries.Select(entry => entry.Loaded).ToList();
        _sandbox.Replace("B", "swapped-second/Swapped.dll");
        _catalog.FindUpdate()!.Dispose();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_catalog.Entries.Select(entry => entry.Loaded), Is.EqualTo(before));
            Assert.That(_catalog.Create(Numbers()).Plugin.Version, Is.EqualTo("1.0.0"));
            Assert.That(() => _catalog.Create(Tones()).CreateBackbone(new BackboneContext([4], 8)).Dispose(), Throws.Nothing);
        }
    }

    [Test]
    public void A_plugin_that_is_new_joins_the_others()
    {
        _sandbox.Add("C", "extra/Extra.dll");
        using var update = _catalog.FindUpdate()!;
        update.Accept();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(update.Changes.Single().ToString(), Is.EqualTo("fixtures.extra 0.0.0.0"));
            Assert.That(_catalog.Backbones.Select(backbone => backbone.Key), Does.Contain("tones/wide"));
        }
    }

    [Test]
    public void A_new_version_that_fails_is_not_offered_and_the_log_says_why()
    {
        _sandbox.Replace("B", "swapped-failing/Swapped.dll");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_catalog.FindUpdate(), Is.Null);
            Assert.That(_catalog.Create(Numbers()).Plugin.Version, Is.EqualTo("1.0.0"));
            Assert.That(_sandbox.Logged, Has.Some.EndsWith(
                "could not be loaded: InvalidOperationException: version 1.1.0 failed on purpose. Version 1.0.0 stays at work."));
        }
    }

    [Test]
    public void A_new_version_that_is_damaged_is_not_offered_and_the_log_says_why()
    {
        File.WriteAllText(Path.Combine(_sandbox.Root, "B", "Swapped.dll"), "half an assembly");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_catalog.FindUpdate(), Is.Null);
            Assert.That(_catalog.Create(Numbers()).Plugin.Version, Is.EqualTo("1.0.0"));
            Assert.That(_sandbox.Logged, Has.Some.Contains("is damaged or no library").And.EndsWith("Version 1.0.0 stays at work."));
        }
    }

    [Test]
    public void A_plugin_whose_folder_vanishes_stays_at_work()
    {
        Directory.Delete(Path.Combine(_sandbox.Root, "B"), recursive: true);
        _sandbox.Add("C", "extra/Extra.dll");
        using var update = _catalog.FindUpdate()!;
        update.Accept();
        Assert.That(_catalog.Create(Numbers()).Plugin.Version, Is.EqualTo("1.0.0"));
    }

    [Test]
    public void A_new_version_that_would_push_another_plugin_out_is_not_offered()
    {
        // In a folder before it, a plugin with the same kind as the good one: 'tones'.
        _sandbox.Add("0", "no-default-backbone/Faulty.dll");
        var good = _catalog.Entries[0].Loaded;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_catalog.FindUpdate(), Is.Null);
            Assert.That(_catalog.Entries[0].Loaded, Is.SameAs(good));
            Assert.That(() => _catalog.Create(Tones()), Throws.Nothing);
            Assert.That(_sandbox.Logged, Has.Some.Contains("because plugin 'fixtures.good' could not go on beside them"));
        }
    }

    [Test]
    public void What_the_list_of_hashes_lacks_is_not_offered()
    {
        var allowed = _catalog.Entries.Select(entry => entry.Identity.Sha256).ToList();
        using var strict = _sandbox.Discover(settings => settings with { Allow = allowed });
        strict.Load();
        _sandbox.Replace("B", "swapped-second/Swapped.dll");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(strict.FindUpdate(), Is.Null);
            Assert.That(
                _sandbox.Logged, Has.Some.Contains("is not on the list plugins.allow").And.EndsWith("Version 1.0.0 stays at work."));
        }
    }

    [Test]
    public void Another_build_of_the_same_version_is_an_update_too()
    {
        File.WriteAllText(Path.Combine(_sandbox.Root, "B", "notes.txt"), "changed");
        using var update = _catalog.FindUpdate()!;
        Assert.That(update.Changes.Single().ToString(), Is.EqualTo("fixtures.swapped 1.0.0 to 1.0.0 (another build)"));
    }

    private ModalitySettings Numbers() => _sandbox.SettingsOf(_catalog, "numbers", "perceptron");

    private ModalitySettings Tones() => _sandbox.SettingsOf(_catalog, "tones", "plain");
}
