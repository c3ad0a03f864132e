using Mpuc.Host.Distributed;

namespace Mpuc.Host.Tests.Distributed;

public sealed class ProcessEnvironmentTests
{
    private static readonly Dictionary<string, string> Torchrun = new()
    {
        ["RANK"] = "3", ["WORLD_SIZE"] = "4", ["LOCAL_RANK"] = "1", ["MASTER_ADDR"] = "node0", ["MASTER_PORT"] = "29500",
        ["TORCHELASTIC_USE_AGENT_STORE"] = "True", ["TORCHELASTIC_RESTART_COUNT"] = "2",
    };

    [Test]
    public void What_torchrun_sets_is_understood() => Assert.That(ProcessEnvironment.Read(Torchrun), Is.EqualTo(new ProcessEnvironment
    {
        Rank = 3, Size = 4, LocalRank = 1, MasterAddress = "node0", MasterPort = 29500, IsStoreServed = true, Attempt = 2,
    }));

    [Test]
    public void Without_torchruns_own_variables_process_0_serves_the_store()
    {
        var environment = new[] { "RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT" }.ToDictionary(name => name, name => Torchrun[name]);
        Assert.That(ProcessEnvironment.Read(environment), Is.EqualTo(new ProcessEnvironment
        {
            Rank = 3, Size = 4, LocalRank = 0, MasterAddress = "node0", MasterPort = 29500,
        }));
    }

    [Test]
    public void The_launchers_variables_give_the_same_place_again()
    {
        var place = new ProcessEnvironment { Rank = 1, Size = 2, LocalRank = 1, MasterAddress = "127.0.0.1", MasterPort = 4711, IsStoreServed = true };
        Assert.That(ProcessEnvironment.Read(place.ToVariables()), Is.EqualTo(place));
    }

    [Test]
    public void An_environment_without_processes_or_with_one_is_a_process_alone()
    {
        Assert.That(ProcessEnvironment.Read(new Dictionary<string, string>()), Is.Null);
        Assert.That(ProcessEnvironment.Read(new Dictionary<string, string> { ["WORLD_SIZE"] = "1" }), Is.Null);
    }

    [TestCase("RANK")]
    [TestCase("MASTER_ADDR")]
    [TestCase("MASTER_PORT")]
    public void A_missing_variable_is_named_with_what_would_set_it(string name)
    {
        var environment = new Dictionary<string, string>(Torchrun);
        environment.Remove(name);
        Assert.That(
            () => ProcessEnvironment.Read(environment),
            Throws.TypeOf<MpucException>().With.Message.Contains($"variable {name} is missing").And.Message.Contains("asks for 4 processes")
                .And.Message.Contains("--processes"));
    }

    [TestCase("RANK", "4", "0 to 3")]
    [TestCase("RANK", "-1", "0 to 3")]
    [TestCase("LOCAL_RANK", "x", "0 to 3")]
    [TestCase("WORLD_SIZE", "many", "1 to 1000000")]
    [TestCase("MASTER_PORT", "70000", "1 to 65535")]
    public void A_value_that_makes_no_sense_is_named_with_what_would(string name, string value, string right) => Assert.That(
        () => ProcessEnvironment.Read(new Dictionary<string, string>(Torchrun) { [name] = value }),
        Throws.TypeOf<MpucException>().With.Message.Contains($"{name} is '{value}'").And.Message.Contains(right));
}
