using System.Runtime.CompilerServices;
using Mpuc.Host.Serving.Model;

namespace Mpuc.Host.Tests.Plugins.Swapping;

/// <summary>A served model below which the plugin's files change.</summary>
public sealed class SwapWhileServingTests
{
    [Test]
    public async Task A_new_version_answers_the_next_request_with_the_same_features_and_the_old_one_is_gone()
    {
        using var run = new NumbersRun();
        var bundle = run.Export();
        using var model = Serve(run, bundle);
        var before = await Features(model, run);

        run.Sandbox.Replace("plugins/Swapped", "swapped-second/Swapped.dll");
        await model.UpdateAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Features(model, run), Is.EqualTo(before));
            Assert.That(
                run.Sandbox.Logged, Has.Some.Contains("From now on requests are worked on by").And.Contains("'fixtures.swapped' 1.1.0"));
            Assert.That(run.Sandbox.Logged, Has.None.Contains("stays in memory"));
        }
    }

    [TestCase(
        "new-option",
        "does not fit: 'left.backboneOptions' is '{\"hidden\":8}', expected is '{\"hidden\":8,\"depth\":1}'. Those at work stay.")]
    [TestCase("wider", "does not fit its plugins' backbones")]
    [TestCase("failing", "Those at work stay.")]
    public async Task A_version_that_does_not_fit_is_not_taken_and_the_old_one_answers(string version, string why)
    {
        using var run = new NumbersRun();
        var bundle = run.Export();
        using var model = Serve(run, bundle);
        var before = await Features(model, run);

        run.Sandbox.Replace("plugins/Swapped", $"swapped-{version}/Swapped.dll");
        await model.UpdateAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Features(model, run), Is.EqualTo(before));
            Assert.That(run.Sandbox.Logged, Has.Some.StartsWith("The plugins that are installed now are not taken: ").And.Contains(why));
        }
    }

    [Test]
    public void A_bundle_alone_takes_no_other_version()
    {
        using var run = new NumbersRun();
        var bundle = run.Export();
        run.Sandbox.Replace("plugins/Swapped", "swapped-second/Swapped.dll");
        Assert.That(
            () => run.Open(bundle).Dispose(),
            Throws.TypeOf<MpucException>().With.Message.Contains(
                "was made with the plugin fixtures.swapped 1.0.0").And.Message.Contains("1.1.0 is installed"));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SwappedModel Serve(NumbersRun run, string bundle) => new(
        ServedGeneration.Of(run.Open(bundle)), () => ServedGeneration.Of(run.Open(bundle, takesOtherVersions: true)), run.Sandbox.Logger);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<IReadOnlyList<float>> Features(SwappedModel model, NumbersRun run) =>
        (await model.ExtractAsync(run.Recording(20), [], CancellationToken.None)).Modalities["left"];
}
