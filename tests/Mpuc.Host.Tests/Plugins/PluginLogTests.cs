using Mpuc.Host.Tests.Plugins.Swapping;

namespace Mpuc.Host.Tests.Plugins;

/// <summary>What plugins say while a run goes on, before it has a folder and afterwards.</summary>
public sealed class PluginLogTests
{
    [Test]
    public void What_a_plugin_says_stands_in_the_log_of_the_run_and_is_heard_once()
    {
        using var run = new NumbersRun("swapped-talking/Swapped.dll");
        run.Train();
        var lines = run.Log.Split('\n');
        var readings = Enumerable.Range(0, 20).SelectMany(id => new[] { $"Reading left{id}.txt.", $"Reading right{id}.txt." });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                lines.Where(line => line.Contains("[INF] Reading ", StringComparison.Ordinal))
                    .Select(line => line[(line.IndexOf(']', StringComparison.Ordinal) + 2)..].Trim()),
                Is.EquivalentTo(readings));
            Assert.That(lines, Has.Some.Contains("[DBG] Cutting a window."));
            Assert.That(
                run.Sandbox.Logged.Where(message => message.StartsWith("Reading ", StringComparison.Ordinal)), Is.EquivalentTo(readings));
        }
    }
}
