namespace Mpuc.Host.Tests.Plugins.Swapping;

/// <summary>A training of 4 epochs with 2 steps each, below which the plugin's files change after the third step.</summary>
public sealed class SwapWhileTrainingTests
{
    [Test]
    public void A_new_version_takes_over_between_two_steps_and_the_weights_are_those_of_a_training_without_interruption()
    {
        using NumbersRun plain = new(), swapped = new();
        plain.Train();

        var summary = swapped.Train("swapped-second/Swapped.dll");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.Steps, Is.EqualTo(8));
            Assert.That(swapped.Plugins, Is.EqualTo(new[] { "fixtures.swapped 1.1.0" }));
            Assert.That(swapped.Weights("step-000000008.safetensors"), Is.EqualTo(plain.Weights("step-000000008.safetensors")));
            Assert.That(
                swapped.Log, Does.Contain("After step 4 the training goes on with the plugins [\"fixtures.swapped 1.0.0 to 1.1.0\"]."));
            Assert.That(swapped.Log, Does.Not.Contain("stays in memory"), "the first version is gone");
        }
    }

    [Test]
    public void The_run_remembers_the_update_and_can_be_used_with_the_new_version()
    {
        using var run = new NumbersRun();
        run.Train("swapped-second/Swapped.dll");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Manifest.Modalities.Select(modality => modality.Plugin.Version), Is.All.EqualTo("1.1.0"));
            Assert.That(run.Manifest.Updates.Single().Step, Is.EqualTo(4));
            Assert.That(run.Manifest.Updates.Single().Changes, Is.EqualTo(new[] { "fixtures.swapped 1.0.0 to 1.1.0" }));
        }

        using var trained = run.LoadTrained();
        Assert.That(trained.CheckpointPath, Does.EndWith("best.safetensors"));
    }

    [TestCase(
        "new-option",
        "the run's model is another one, 'left.backboneOptions' is '{\"hidden\":8}', expected is '{\"hidden\":8,\"depth\":1}'",
        TestName = "A_version_with_other_options_is_refused_with_the_difference")]
    [TestCase(
        "wider", "its backbones have other weights (", TestName = "A_version_with_weights_of_other_shapes_is_refused_with_the_difference")]
    [TestCase(
        "not-finite",
        "the features of the modality 'left' are not finite",
        TestName = "A_version_whose_features_are_not_finite_is_refused")]
    [TestCase(
        "throwing",
        "The backbone 'perceptron' of the modality 'left' (plugin fixtures.swapped 1.1.0) could not encode a batch: "
            + "InvalidOperationException",
        TestName = "A_version_that_throws_when_it_is_tried_is_refused")]
    public void A_version_that_does_not_fit(string version, string why)
    {
        using NumbersRun plain = new(), swapped = new();
        plain.Train();

        swapped.Train($"swapped-{version}/Swapped.dll");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(swapped.Log, Does.Contain($"After step 4 the plugins [\"fixtures.swapped 1.0.0 to 1.1.0\"] are not taken: {why}"));
            Assert.That(swapped.Log, Does.Contain("Those at work stay."));
            Assert.That(swapped.Plugins, Is.EqualTo(new[] { "fixtures.swapped 1.0.0" }));
            Assert.That(swapped.Manifest.Updates, Is.Empty);
            Assert.That(
                swapped.Weights("step-000000008.safetensors"),
                Is.EqualTo(plain.Weights("step-000000008.safetensors")),
                "as if nothing had been there");
        }
    }

    [Test]
    public void A_version_that_cannot_be_loaded_is_refused_and_the_old_one_goes_on()
    {
        using var run = new NumbersRun();
        var summary = run.Train("swapped-failing/Swapped.dll");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.Steps, Is.EqualTo(8));
            Assert.That(run.Sandbox.Logged, Has.Some.EndsWith("version 1.1.0 failed on purpose. Version 1.0.0 stays at work."));
        }
    }

    [Test]
    public void An_old_version_that_stays_in_memory_is_named_in_the_runs_log()
    {
        using var run = new NumbersRun("swapped-leaking/Swapped.dll");
        run.Train("swapped-second/Swapped.dll");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Plugins, Is.EqualTo(new[] { "fixtures.swapped 1.1.0" }));
            Assert.That(run.Log, Does.Contain("Plugin 'fixtures.swapped' 1.0.0").And.Contain("was unloaded, but stays in memory")
                .And.Contain("a thread that runs keeps its code; end it in Dispose (Swapped)"));
        }
    }
}
