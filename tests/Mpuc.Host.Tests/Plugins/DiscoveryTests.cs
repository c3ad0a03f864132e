using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Inspection;

namespace Mpuc.Host.Tests.Plugins;

public sealed class DiscoveryTests
{
    private PluginSandbox _sandbox = null!;

    [SetUp]
    public void MakeSandbox() => _sandbox = new PluginSandbox();

    [TearDown]
    public void DeleteSandbox() => _sandbox.Dispose();

    [Test]
    public void Of_two_plugins_with_one_id_the_first_is_used_and_both_folders_are_named()
    {
        var first = _sandbox.AddGood("A");
        var second = _sandbox.AddGood("B");
        var entries = Find();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entries.Select(entry => entry.State), Is.EqualTo(new[] { PluginState.Active, PluginState.Superseded }));
            Assert.That(entries[1].Message, Is.EqualTo(
                $"Plugin 'fixtures.good' is in '{first}' (version 1.2.3) and again in '{second}' (version 1.2.3); "
                + "the first is used, remove one of them."));
        }
    }

    [Test]
    public void A_refused_plugin_does_not_stand_in_the_way_of_a_sound_one_with_its_id()
    {
        _sandbox.Add("A", "good/Good.dll");
        _sandbox.AddGood("B");
        Assert.That(Find().Select(entry => entry.State), Is.EqualTo(new[] { PluginState.NotSupported, PluginState.Active }));
    }

    [Test]
    public void Only_plugins_on_the_list_are_active_and_the_others_say_what_to_add()
    {
        var good = _sandbox.AddGood();
        _sandbox.Add("Extra", "extra/Extra.dll");
        var allowed = new PluginInspector(HostSurface.Current).Inspect(good).FolderSha256!;
        var entries = Find(settings => settings with { Allow = [allowed.ToUpperInvariant()] });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entries.Select(entry => entry.State), Is.EqualTo(new[] { PluginState.Disabled, PluginState.Active }));
            Assert.That(
                entries[0].Message,
                Does.EndWith($"is not on the list plugins.allow; add {entries[0].Inspection.FolderSha256} to allow it."));
        }
    }

    [Test]
    public void A_list_with_nothing_on_it_allows_nothing_and_without_a_list_all_is_allowed()
    {
        _sandbox.AddGood();
        Assert.That(
            Find(settings => settings with { Allow = PluginSettings.From(new PluginOptions { Allow = [] }).Allow }).Single().State,
            Is.EqualTo(PluginState.Disabled));
        Assert.That(
            Find(settings => settings with { Allow = PluginSettings.From(new PluginOptions()).Allow }).Single().State,
            Is.EqualTo(PluginState.Active));
    }

    [Test]
    public void A_changed_dependency_takes_a_plugin_off_the_list()
    {
        var good = _sandbox.AddGood();
        var allowed = new PluginInspector(HostSurface.Current).Inspect(good).FolderSha256!;
        File.AppendAllText(Path.Combine(good, "Words.dll"), "changed");
        Assert.That(Find(settings => settings with { Allow = [allowed] }).Single().State, Is.EqualTo(PluginState.Disabled));
    }

    [Test]
    public void Folders_that_start_with_a_dot_are_passed_over()
    {
        _sandbox.Add(".git");
        Assert.That(Find(), Is.Empty);
    }

    [Test, Platform("Linux")]
    public void A_plugin_folder_may_itself_be_a_link()
    {
        using var elsewhere = new PluginSandbox();
        Directory.CreateSymbolicLink(Path.Combine(_sandbox.Root, "Good"), elsewhere.AddGood());
        using var catalog = _sandbox.Discover();
        Assert.That(catalog.Modalities.Select(modality => modality.Kind), Is.EqualTo(new[] { "tones" }));
    }

    [Test, Platform("Linux")]
    public void A_link_to_a_file_of_the_same_folder_is_followed()
    {
        var folder = _sandbox.AddGood();
        File.Move(Path.Combine(folder, "Words.dll"), Path.Combine(folder, "Words.1.dll"));
        File.CreateSymbolicLink(Path.Combine(folder, "Words.dll"), "Words.1.dll");
        using var catalog = _sandbox.Discover();
        Assert.That(catalog.Modalities.Select(modality => modality.Kind), Is.EqualTo(new[] { "tones" }));
    }

    [Test]
    public void The_folder_beside_the_program_comes_first_then_those_of_the_environment_then_the_configured_ones()
    {
        var beside = _sandbox.Add("plugins");
        var (second, third, fourth) = (_sandbox.Add("two"), _sandbox.Add("three"), _sandbox.Add("four"));
        var roots = PluginFolders.Roots(_sandbox.Root, $"{second}{Path.PathSeparator}{third}/", [fourth, second]);
        Assert.That(roots, Is.EqualTo(new[] { beside, second, third, fourth }));
    }

    [Test]
    public void A_program_without_a_plugin_folder_has_no_roots() =>
        Assert.That(PluginFolders.Roots(_sandbox.Root, variable: null, configured: []), Is.Empty);

    [TestCase("/nowhere", null, "MPUC_PLUGINS")]
    [TestCase(null, "/nowhere", "plugins.folders")]
    public void A_named_folder_that_does_not_exist_is_an_error(string? variable, string? configured, string origin) =>
        Assert.That(
            () => PluginFolders.Roots(_sandbox.Root, variable, configured is null ? [] : [configured]),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"The plugin folder '/nowhere' of {origin} does not exist"));

    [Test]
    public void A_configurations_folders_and_hashes_are_taken_over()
    {
        var settings = PluginSettings.From(new PluginOptions { Folders = [_sandbox.Root], Allow = ["00ff"] });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Folders, Does.Contain(_sandbox.Root));
            Assert.That(settings.Allow, Is.EqualTo(new[] { "00ff" }));
        }
    }

    private IReadOnlyList<PluginEntry> Find(Func<PluginSettings, PluginSettings>? configure = null)
    {
        var settings = new PluginSettings { Folders = [_sandbox.Root] };
        return PluginDiscovery.Find(configure?.Invoke(settings) ?? settings, HostSurface.Current);
    }
}
