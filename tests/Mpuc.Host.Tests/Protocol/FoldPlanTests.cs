using Mpuc.Host.Protocol;

namespace Mpuc.Host.Tests.Protocol;

public class FoldPlanTests
{
    [Test]
    public void A_fold_is_a_configuration_with_settings_of_its_own() => Assert.That(
        FoldPlan.Of(10, "actor", false).Settings(3).Select(setting => setting.ToString()),
        Is.EqualTo(new[] { "data.split.by=\"group\"", "data.split.test=[]", "data.split.folds=10", "data.split.fold=3" }));

    [Test]
    public void Stratified_folds_say_so() =>
        Assert.That(FoldPlan.Of(2, null, true).Settings(1)[0].ToString(), Is.EqualTo("data.split.by=\"stratified\""));

    [Test]
    public void Without_folds_the_configurations_own_division_is_the_only_one()
    {
        var plan = FoldPlan.Of(null, null, false);

        Assert.That(plan.Numbers, Is.EqualTo(new[] { 1 }));
        Assert.That(plan.Settings(1), Is.Empty);
    }

    [TestCase(1, null, false, "--folds is 1")]
    [TestCase(0, null, false, "--folds is 0")]
    [TestCase(5, "actor", true, "exclude each other")]
    public void Plans_that_contradict_themselves_are_refused(int folds, string? group, bool isStratified, string message) => Assert.That(
        () => FoldPlan.Of(folds, group, isStratified), Throws.InstanceOf<MpucException>().With.Message.Contains(message));

    [TestCase(1, 0, 8, 1, 8)]
    [TestCase(3, 0, 8, 3, 2)]
    [TestCase(16, 0, 8, 16, 1)]
    [TestCase(2, 5, 8, 2, 5)]
    public void Processes_share_the_cores_unless_the_configuration_says_otherwise(
        int jobs, int configured, int cores, int expectedJobs, int threads) =>
        Assert.That(ThreadBudget.Of(jobs, configured, cores), Is.EqualTo(new ThreadBudget(expectedJobs, threads)));

    [Test]
    public void A_budget_of_no_process_is_refused() =>
        Assert.That(() => ThreadBudget.Of(0, 0, 8), Throws.InstanceOf<MpucException>().With.Message.Contains("--jobs is 0"));

    [Test]
    public void A_budget_is_put_into_words() => Assert.That(new ThreadBudget(2, 1).Describe(), Is.EqualTo("2 processes of 1 thread"));
}
