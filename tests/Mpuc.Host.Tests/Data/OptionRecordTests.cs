using Mpuc.Host.Data;
using Mpuc.Host.Data.Cache;

namespace Mpuc.Host.Tests.Data;

public class OptionRecordTests
{
    [Test]
    public void Empty_sections_give_the_defaults()
    {
        Assert.That(DataOptions.From(new OptionValues(DataOptions.Schema)), Is.EqualTo(new DataOptions()));
        Assert.That(WindowOptions.From(new OptionValues(WindowOptions.Schema)), Is.EqualTo(new WindowOptions()));
        Assert.That(SplitOptions.From(new OptionValues(SplitOptions.Schema)), Is.EqualTo(new SplitOptions()));
    }

    [Test]
    public void Every_value_arrives()
    {
        var data = DataOptions.From(new OptionValues(DataOptions.Schema, new Dictionary<string, object>
        {
            ["kind"] = "ravdess",
            ["root"] = "r",
            ["label"] = "emotion",
            ["cache"] = "c",
            ["cacheLimit"] = 5,
            ["workers"] = 3,
            ["memoryLimit"] = 77,
        }));
        var window = WindowOptions.From(new OptionValues(
            WindowOptions.Schema, new Dictionary<string, object> { ["seconds"] = 1.5, ["views"] = 3, ["synchronous"] = false }));
        var split = SplitOptions.From(new OptionValues(SplitOptions.Schema, new Dictionary<string, object>
        {
            ["by"] = "stratified", ["test"] = (IReadOnlyList<string>)["a"], ["testFraction"] = 0.2, ["validationFraction"] = 0.3,
        }));
        Assert.That(
            data,
            Is.EqualTo(
                new DataOptions
                {
                    Kind = "ravdess",
                    Root = "r",
                    Label = "emotion",
                    Cache = "c",
                    CacheLimit = 5,
                    Workers = 3,
                    MemoryLimit = 77,
                }));
        Assert.That(window, Is.EqualTo(new WindowOptions { Seconds = 1.5, Views = 3, Synchronous = false }));
        Assert.That(
            (split.By, string.Join(',', split.Test), split.TestFraction, split.ValidationFraction),
            Is.EqualTo(("stratified", "a", 0.2, 0.3)));
    }

    [TestCase("kind", "iemocap", "'kind' must be one of manifest, folder, ravdess, mosei, synthetic.")]
    [TestCase("workers", 0, "'workers' must be a whole number from 1 to 256.")]
    public void Values_out_of_range_are_refused(string name, object value, string message) => Assert.That(
        () => new OptionValues(DataOptions.Schema, new Dictionary<string, object> { [name] = value }),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(message));

    [Test]
    public void The_cache_lies_in_the_users_cache_folder_unless_the_configuration_names_one()
    {
        Assert.That(Path.GetFileName(CacheFolder.Of(new DataOptions())), Is.EqualTo("mpuc"));
        Assert.That(CacheFolder.Of(new DataOptions { Cache = "here" }), Is.EqualTo(Path.GetFullPath("here")));
    }

    [Test]
    [NonParallelizable]
    public void The_users_cache_folder_is_where_XDG_CACHE_HOME_says_if_that_is_absolute()
    {
        var before = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        try
        {
            Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Path.GetTempPath());
            Assert.That(CacheFolder.Default, Is.EqualTo(Path.Combine(Path.GetTempPath(), "mpuc")));
            Environment.SetEnvironmentVariable("XDG_CACHE_HOME", "relative");
            Assert.That(CacheFolder.Default, Does.Not.Contain("relative").And.Matches<string>(path => Path.IsPathFullyQualified(path!)));
        }
        finally
        {
            Environment.SetEnvironmentVariable("XDG_CACHE_HOME", before);
        }
    }
}
