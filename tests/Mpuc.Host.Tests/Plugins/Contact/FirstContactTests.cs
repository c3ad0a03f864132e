using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Contact;

namespace Mpuc.Host.Tests.Plugins.Contact;

/// <summary>Plugins that end the process, tried in the real program: the host names them and goes on.</summary>
public sealed class FirstContactTests
{
    private const string Shapes = "mat1 and mat2 shapes cannot be multiplied (2x512 and 2x512)";

    private ContactSandbox _sandbox = null!;

    [SetUp]
    public void MakeSandbox() => _sandbox = new ContactSandbox();

    [TearDown]
    public void DeleteSandbox() => _sandbox.Dispose();

    [TestCase("forward", $"(backbone 'endings/ending', forward, 8 frames of [5]): {Shapes}.")]
    [TestCase("large", $"(backbone 'endings/ending', forward, 30 frames of [5]): {Shapes}.")]
    [TestCase("backward", "(backbone 'endings/ending', backward, 8 frames of [5]): ", "no gradient today")]
    [TestCase("constructor", "(backbone 'endings/ending', construction for 8 frames of [5]): the weights gave up.")]
    [TestCase("registration", "(construction and registration): the module gave up.")]
    [TestCase("thread", "(backbone 'endings/ending', forward, 8 frames of [5]): System.InvalidOperationException: nobody catches this.")]
    public void What_ends_the_process_is_named_with_its_backbone_and_its_sentence(string fault, params string[] expected)
    {
        var folder = _sandbox.Add(fault);
        _sandbox.Plugins.AddGood();
        using var catalog = _sandbox.Discover();
        catalog.Load();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(catalog.Entries.Select(entry => entry.State), Is.EqualTo(new[] { PluginState.Malfunctioned, PluginState.Active }));
            Assert.That(
                catalog.Entries[0].Message,
                Does.StartWith($"Plugin 'fixtures.ending' 0.0.0.0 in '{folder}' ended the process at first contact {expected[0]}"));
            Assert.That(catalog.Entries[0].Message, Does.Contain(expected[^1]));
            Assert.That(catalog.Modalities.Select(modality => modality.Kind), Is.EqualTo(new[] { "tones" }));
        }
    }

    [Test]
    public void Recordings_of_the_samples_say_which_frames_to_try()
    {
        var folder = _sandbox.Add("large", """{ "endings": { "recordings": ["one.txt", "other.txt"] } }""");
        File.WriteAllLines(Path.Combine(folder, "one.txt"), Enumerable.Repeat("1 2 3", 40));
        File.WriteAllLines(Path.Combine(folder, "other.txt"), Enumerable.Repeat("3 2 1", 4));
        Assert.That(_sandbox.Load().Message, Does.Contain($"(backbone 'endings/ending', forward, 30 frames of [3]): {Shapes}."));
    }

    [Test]
    public void A_backbone_that_survives_no_frames_that_it_is_offered_is_named_with_the_way_to_name_them()
    {
        _sandbox.Add("forward", samples: null);
        var (state, message) = _sandbox.Load();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(state, Is.EqualTo(PluginState.Malfunctioned));
            Assert.That(message, Does.Contain($"forward, 8 frames of [16]): {Shapes}. The shape of these frames is a guess; "));
            Assert.That(_sandbox.Starts, Is.EqualTo(5), "one for each guess, and one that comes to the end");
        }
    }

    [Test]
    public void Frames_that_are_a_wrong_guess_do_not_count_where_another_guess_is_right()
    {
        _sandbox.Add("choosy", samples: null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_sandbox.Load(), Is.EqualTo((PluginState.Active, (string?)null)));
            Assert.That(_sandbox.Starts, Is.EqualTo(3), "[16] and [1] are wrong, [16, 2] is right");
        }
    }

    [TestCase("refusing")]
    [TestCase("talking")]
    public void A_plugin_that_throws_or_talks_much_is_no_danger(string behaviour)
    {
        _sandbox.Add(behaviour);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_sandbox.Load(), Is.EqualTo((PluginState.Active, (string?)null)));
            Assert.That(_sandbox.Starts, Is.EqualTo(1));
        }
    }

    [Test]
    public void A_plugin_that_cannot_be_loaded_is_told_of_as_always_and_tried_again_the_next_time()
    {
        var folder = _sandbox.Add("throwing");
        var message = $"Plugin 'fixtures.ending' 0.0.0.0 in '{folder}' could not be loaded: InvalidOperationException: no module today.";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_sandbox.Load(), Is.EqualTo((PluginState.Malfunctioned, message)));
            Assert.That(_sandbox.Verdicts, Is.Empty);
        }
    }

    [Test]
    public void A_plugin_that_does_not_come_back_is_killed()
    {
        _sandbox.Add("hanging");
        _sandbox.Limit = TimeSpan.FromSeconds(8);
        var (state, message) = _sandbox.Load();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(state, Is.EqualTo(PluginState.Malfunctioned));
            Assert.That(message, Does.Contain("did not come back within 8 seconds at first contact ("));
            Assert.That(_sandbox.Starts, Is.EqualTo(1));
            Assert.That(CommandLines(), Has.None.Contains(_sandbox.Plugins.Root), "no process is left");
        }
    }

    [Test]
    public void A_new_version_that_ends_the_process_does_not_take_over()
    {
        var folder = _sandbox.Add("never");
        using var catalog = _sandbox.Discover();
        catalog.Load();
        Directory.Delete(folder, recursive: true);
        _sandbox.Add("forward");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(catalog.FindUpdate(), Is.Null);
            Assert.That(
                _sandbox.Plugins.Logged,
                Has.Some.Contains("ended the process at first contact").And.EndsWith("Version 0.0.0.0 stays at work."));
            Assert.That(catalog.Backbones.Select(backbone => backbone.Key), Does.Contain("endings/ending"));
        }
    }

    [Test]
    public void A_program_that_does_not_start_is_no_fault_of_the_plugins()
    {
        _sandbox.Add("never");
        _sandbox.Program = Path.Combine(_sandbox.Plugins.Root, "nothing");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_sandbox.Load(), Is.EqualTo((PluginState.Active, (string?)null)));
            Assert.That(_sandbox.Plugins.Logged, Has.Some.Contains("could not be tried in a process of its own and is taken as it is"));
            Assert.That(_sandbox.Verdicts, Is.Empty);
        }
    }

    [Test]
    public void An_application_that_embeds_the_host_starts_it_by_way_of_dotnet()
    {
        _sandbox.Add("forward");
        using var catalog = _sandbox.Plugins.Discover();
        var contact = new FirstContact(Path.Combine(_sandbox.Plugins.Root, "contacts"), HostProcess.Describe);
        var verdict = contact.Meet([catalog.Entries[0].Inspection], _sandbox.Limit, _sandbox.Plugins.Logger)[0];
        Assert.That(verdict?.Fault, Does.Contain(Shapes), string.Join('\n', _sandbox.Plugins.Logged));
    }

    [TestCase(true, 1)]
    [TestCase(false, 0)]
    public void The_configuration_can_do_without(bool isOn, int starts)
    {
        _sandbox.Add("never");
        var options = new PluginOptions { Folders = [_sandbox.Plugins.Root], FirstContact = isOn };
        using var catalog = PluginCatalog.Discover(PluginSettings.From(options, _sandbox.Contact), _sandbox.Plugins.Logger);
        catalog.Load();
        Assert.That(_sandbox.Starts, Is.EqualTo(starts));
    }

    private static IEnumerable<string> CommandLines() => !Directory.Exists("/proc") ? [] : Directory.EnumerateDirectories("/proc")
        .Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit)).Select(folder =>
        {
            try
            {
                return File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return "";
            }
        });
}
