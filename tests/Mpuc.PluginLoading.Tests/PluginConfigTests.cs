namespace McMaster.NETCore.Plugins.Tests;

public sealed class PluginConfigTests
{
    private readonly PluginConfig _config = new("/plugins/Greeter.dll");

    [Test]
    public void Every_switch_is_off_at_first()
    {
        bool[] switches =
            [_config.IsUnloadable, _config.IsLazyLoaded, _config.LoadInMemory, _config.EnableHotReload, _config.PreferSharedTypes];
        Assert.That(switches, Has.All.False);
    }

    [Test]
    public void Hot_reload_unloads_and_locks_no_files()
    {
        var config = new PluginConfig("/plugins/Greeter.dll") { EnableHotReload = true };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(config.IsUnloadable);
            Assert.That(config.LoadInMemory);
        }
    }

    [Test]
    public void Changes_settle_for_a_fifth_of_a_second() => Assert.That(_config.ReloadDelay, Is.EqualTo(TimeSpan.FromMilliseconds(200)));

    [Test]
    public void Shared_assemblies_come_from_the_context_of_this_library() =>
        Assert.That(_config.DefaultContext.Assemblies, Does.Contain(typeof(PluginConfig).Assembly));
}
