namespace Mpuc.Weights.Tests;

public sealed class RegistrationRulesTests
{
    private static readonly PretrainedWeights Sound = Registration();

    [Test]
    public void A_sound_registration_has_no_fault() => Assert.That(RegistrationRules.FindFault(Sound), Is.Null);

    [TestCase("Tiny Detector")]
    [TestCase("tiny_detector")]
    [TestCase("-tiny")]
    [TestCase("")]
    public void A_name_is_in_lower_case_with_hyphens(string name) =>
        Assert.That(RegistrationRules.FindFault(Registration(name: name)), Does.StartWith($"registers weights named '{name}'"));

    [TestCase("ABCDEF")]
    [TestCase("")]
    public void A_hash_has_64_digits(string hash) =>
        Assert.That(RegistrationRules.FindFault(Registration(sha256: hash)), Does.Contain("64 lower-case hexadecimal digits"));

    [TestCase("--registry=evil")]
    [TestCase("../scales")]
    [TestCase("@of/")]
    [TestCase("a b")]
    [TestCase("https://somewhere/p.tgz")]
    [TestCase("owner/repository/more")]
    public void A_package_is_a_name_and_nothing_else_that_npm_takes(string package) =>
        Assert.That(RegistrationRules.FindFault(Registration(package: package)), Does.Contain("no name of an npm package"));

    [TestCase("latest")]
    [TestCase("^1.0.0")]
    [TestCase("1.0")]
    [TestCase("1.0.0 || 2")]
    public void A_version_is_an_exact_one(string version) =>
        Assert.That(RegistrationRules.FindFault(Registration(version: version)), Does.Contain("an exact one is due"));

    [TestCase("../../etc/passwd")]
    [TestCase("/etc/passwd")]
    [TestCase("a//b")]
    [TestCase("a\\b")]
    [TestCase("C:/x")]
    [TestCase("")]
    public void A_path_stays_in_the_package(string path) =>
        Assert.That(RegistrationRules.FindFault(Registration(path: path)), Does.Contain("no file inside a package"));

    private static PretrainedWeights Registration(
        string name = "tiny-face-detector-2", string sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        string package = "@of/scales.js", string version = "1.0.0-beta.1", string path = "model/a.json") => new()
    {
        Name = name,
        Description = "d",
        License = "MIT",
        Origin = "o",
        Without = "w",
        Package = new NpmFile(package, version, path),
        Sha256 = sha256,
    };
}
