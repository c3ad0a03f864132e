using Mpuc.Host.Training;

namespace Mpuc.Host.Tests.Training;

public sealed class LearningRateScheduleTests
{
    [Test]
    public void The_papers_schedule_takes_nine_tenths_every_hundred_epochs()
    {
        var schedule = new LearningRateSchedule(new TrainingOptions());
        Assert.That(new[] { 0, 99, 100, 199, 200, 1999 }.Select(schedule.RateAt), Is.EqualTo(
            new[] { 0.001, 0.001, 0.0009, 0.0009, 0.00081, 0.001 * Math.Pow(0.9, 19) }).Within(1e-15));
    }

    [Test]
    public void A_cosine_falls_from_the_whole_rate_through_half_of_it_to_nearly_nothing()
    {
        var schedule = new LearningRateSchedule(new TrainingOptions { Schedule = ScheduleKind.Cosine, Epochs = 100, LearningRate = 2 });
        Assert.That(schedule.RateAt(0), Is.EqualTo(2));
        Assert.That(schedule.RateAt(50), Is.EqualTo(1).Within(1e-12));
        Assert.That(schedule.RateAt(99), Is.EqualTo(0).Within(0.001).And.GreaterThan(0));
    }

    [Test]
    public void A_warm_up_rises_in_a_line_to_the_whole_rate([Values] ScheduleKind schedule)
    {
        var rates = new LearningRateSchedule(new TrainingOptions { Schedule = schedule, WarmupEpochs = 3, LearningRate = 4, Epochs = 50 });
        Assert.That(new[] { 0, 1, 2, 3 }.Select(rates.RateAt), Is.EqualTo(new[] { 1.0, 2, 3, 4 }));
    }

    [Test]
    public void A_constant_rate_stays() =>
        Assert.That(new LearningRateSchedule(new TrainingOptions { Schedule = ScheduleKind.Constant }).RateAt(1999), Is.EqualTo(0.001));
}
