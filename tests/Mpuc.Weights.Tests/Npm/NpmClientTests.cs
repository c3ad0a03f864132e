using Mpuc.Weights.Npm;

namespace Mpuc.Weights.Tests.Npm;

[Platform(Exclude = "Win", Reason = "The clients of these tests are shell scripts.")]
public sealed class NpmClientTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(_folder.File("target"));
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_package_is_packed_into_the_folder_and_its_scripts_are_off()
    {
        var client = Client(
            $"echo \"$PWD|$*\" > {_folder.File("said")}; for last; do :; done; touch \"$last/scales-1.2.3.tgz\"; echo scales-1.2.3.tgz");
        Assert.That(client.Pack("@of/scales", "1.2.3", _folder.File("target")), Is.EqualTo(_folder.File("target/scales-1.2.3.tgz")));
        Assert.That(
            File.ReadAllText(_folder.File("said")),
            Is.EqualTo($"{_folder.File("target")}|pack @of/scales@1.2.3 --ignore-scripts --pack-destination {_folder.File("target")}\n"));
    }

    [TestCase("npm error code ENOTFOUND", "as the registry cannot be reached (ENOTFOUND)")]
    [TestCase("npm ERR! code EAI_AGAIN", "as the registry cannot be reached (EAI_AGAIN)")]
    [TestCase("npm error code E404", "as the registry has no such package or version (E404)")]
    [TestCase("npm error code ETARGET", "as the registry has no such package or version (ETARGET)")]
    [TestCase("npm error code EINTEGRITY", "as what came is not what the registry promised (EINTEGRITY)")]
    [TestCase("npm error code EWEIRD", "npm says EWEIRD")]
    [TestCase("segmentation fault", "with the exit code 3")]
    public void A_failure_is_explained(string error, string explanation)
    {
        var client = Client($"echo 'npm warn something' >&2; echo '{error}' >&2; exit 3");
        Assert.That(
            () => client.Pack("scales", "1.2.3", _folder.File("target")),
            Throws.TypeOf<NpmFailure>().With.Message.EqualTo($"'npm pack scales@1.2.3' failed, {explanation}"));
    }

    [Test]
    public void A_client_that_packs_nothing_has_failed() => Assert.That(
        () => Client("exit 0").Pack("scales", "1.2.3", _folder.File("target")),
        Throws.TypeOf<NpmFailure>().With.Message.EndsWith("with the exit code 0"));

    [Test]
    public void A_client_that_hangs_is_ended() => Assert.That(
        () => Client("sleep 600", TimeSpan.FromSeconds(0.3)).Pack("scales", "1.2.3", _folder.File("target")),
        Throws.TypeOf<NpmFailure>().With.Message.StartsWith("npm did not end within"));

    [Test]
    public void A_missing_client_is_said_to_be_missing() => Assert.That(
        () => new NpmClient(_folder.File("nothing"), TimeSpan.FromMinutes(1)).Pack("scales", "1.2.3", _folder.File("target")),
        Throws.TypeOf<NpmFailure>().With.Message.EqualTo("the npm client is not installed (apt-get install npm)"));

    private NpmClient Client(string script, TimeSpan? limit = null)
    {
        var path = _folder.File("npm");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return new NpmClient(path, limit ?? TimeSpan.FromMinutes(1));
    }
}
