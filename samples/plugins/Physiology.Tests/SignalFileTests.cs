using Mpuc;
using Samples.Physiology.Signals;

namespace Samples.Physiology.Tests;

public sealed class SignalFileTests
{
    private string _path = "";

    [SetUp]
    public void MakeFile() => _path = Path.GetTempFileName();

    [TearDown]
    public void DeleteFile() => File.Delete(_path);

    [Test]
    public void Times_count_from_the_first_row_and_empty_cells_are_no_samples()
    {
        var signals = Read("time,heartRate,skinConductance\n100,70,2.5\n100.5,,2.6\n102,71,\n");
        Assert.That(signals.Select(signal => signal.Name), Is.EqualTo(new[] { "heartRate", "skinConductance" }));
        Assert.That(signals[0].Times, Is.EqualTo(new[] { 0.0, 2.0 }));
        Assert.That(signals[0].Values, Is.EqualTo(new[] { 70.0, 71.0 }));
        Assert.That(signals[1].Times, Is.EqualTo(new[] { 0.0, 0.5 }));
    }

    [Test]
    public void Only_the_named_columns_are_read_in_their_order()
    {
        var signals = Read("a,time,b,c\n1,0,2,3\n", "c", "a");
        Assert.That(signals.Select(signal => signal.Values[0]), Is.EqualTo(new[] { 3.0, 1.0 }));
    }

    [TestCase("", "is empty; its first row must name a column 'time'")]
    [TestCase("seconds,a\n0,1\n", "has no column 'time'; there are seconds, a.")]
    [TestCase("time\n0\n", "has a column 'time' and no signal beside it.")]
    [TestCase("time,a\n0,1\n1\n", "row 3: there are 1 cells where the header names 2 columns.")]
    [TestCase("time,a\n0,1\n1,high\n", "row 3: 'high' is not a number below 1e15.")]
    [TestCase("time,a\n0,NaN\n", "row 2: 'NaN' is not a number below 1e15.")]
    [TestCase("time,a\n0,1\n0,2\n", "row 3: the time 0 is not after that of the row before; rows must be in order of time.")]
    [TestCase("time,a\n0,\n1,\n", "has no sample of the signal 'a'.")]
    public void What_is_wrong_with_a_file_is_said_with_its_row(string content, string expected) => Assert.That(
        () => Read(content), Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{_path}'").And.Message.Contains(expected));

    [Test]
    public void A_signal_that_is_not_there_is_missed_with_those_that_are() => Assert.That(
        () => Read("time,a\n0,1\n", "b"),
        Throws.TypeOf<MpucException>().With.Message.EqualTo($"'{_path}' has no column 'b'; there are time, a."));

    private IReadOnlyList<Signal> Read(string content, params string[] names)
    {
        File.WriteAllText(_path, content);
        return SignalFile.Read(_path, "time", names, CancellationToken.None);
    }
}
