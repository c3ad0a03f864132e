using System.Collections;
using System.Reflection;
using Mpuc.Host.Baselines;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Data.Splits;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Tests.Data.Sequences;
using TorchSharp;

namespace Mpuc.Host.Tests.Data;

/// <summary>The encoder stage sees neither labels nor test recordings (paper, Sec. III-B).</summary>
public class EncoderStageGuardTests
{
    private TestSet _set = null!;

    [SetUp]
    public void MakeSet()
    {
        _set = new TestSet();
        for (var i = 0; i < 24; i++)
        {
            _set.Write($"r{i:00}", "x", [.. Enumerable.Range(0, 20).Select(frame => $"{i} {frame * i}")]);
        }
    }

    [TearDown]
    public void DeleteSet() => _set.Dispose();

    [Test]
    public void A_test_recording_asked_for_is_refused()
    {
        var split = Split(recording => recording);
        var modality = TestSet.Modality("x", new NumbersEncoder(10), Normalization.Training);
        using var store = SequenceStore.ForTraining(EncoderStageData.From(split), [modality], _set.Options);
        var test = split.Test[0].WithoutLabels();
        var message = $"The recording '{test.Id}' is not one that this store was opened for; "
            + "the encoder stage sees training and validation alone.";
        Assert.That(() => store.Read(test, modality), Throws.InvalidOperationException.With.Message.EqualTo(message));
        Assert.That(() => store.Duration(test, modality), Throws.InvalidOperationException);
        Assert.That(
            () => new BatchLoader([test], store, [modality], new WindowOptions(), 2, 0).Epoch(0).ToList(),
            Throws.InvalidOperationException);
    }

    [Test]
    public void A_transductive_split_gives_the_encoders_the_test_recordings_and_no_label()
    {
        var split = Split(recording => recording) with { IsTransductive = true };
        var stage = EncoderStageData.From(split);
        Assert.That(
            stage.Training.Select(recording => recording.Id),
            Is.EqualTo(split.Training.Concat(split.Test).Select(recording => recording.Id)));
        Assert.That(Reach(stage).OfType<string>(), Has.None.EqualTo("happy").And.None.EqualTo("sad").And.None.EqualTo("emotion"));
    }

    [Test]
    public void A_supervised_baseline_sees_no_test_recording_of_a_transductive_split_either()
    {
        var split = Split(recording => recording) with { IsTransductive = true };
        var stage = SupervisedStageData.From(split, "emotion", TaskKind.SingleLabel);
        Assert.That(
            stage.Training.Concat(stage.Validation).Select(recording => recording.Id),
            Has.None.AnyOf(split.Test.Select(recording => recording.Id)));
    }

    [Test]
    public void No_test_recordings_file_is_opened()
    {
        var opened = new List<string>();
        var encoder =
            new NumbersEncoder(10) { OnRead = source => { lock (opened) { opened.Add(Path.GetFileNameWithoutExtension(source.Path)); } } };
        var split = Split(recording => recording);
        SequenceStore.ForTraining(EncoderStageData.From(split), [TestSet.Modality("x", encoder)], _set.Options).Dispose();
        Assert.That(opened, Is.EquivalentTo(split.Training.Concat(split.Validation).Select(recording => recording.Id)));
    }

    [Test]
    public void Nothing_reachable_from_the_encoder_stages_data_holds_a_label_or_a_test_recording()
    {
        var split = Split(recording => recording);
        var reached = Reach(EncoderStageData.From(split));
        Assert.That(
            reached.OfType<UnlabelledRecording>().Select(recording => recording.Id),
            Is.EquivalentTo(split.Training.Concat(split.Validation).Select(recording => recording.Id)));
        Assert.That(
            reached.Select(item => item.GetType()),
            Has.None.EqualTo(typeof(Recording)).And.None.EqualTo(typeof(DataSplit)).And.None.EqualTo(typeof(Dataset)));
        Assert.That(reached.OfType<string>(), Has.None.EqualTo("happy").And.None.EqualTo("sad").And.None.EqualTo("emotion"));
        Assert.That(
            reached.OfType<string>(),
            Has.None.Matches<string>(text => split.Test.Any(test => text!.Contains(test.Id, StringComparison.Ordinal))));
    }

    [Test]
    public void No_type_that_the_encoder_stage_can_reach_has_a_member_for_labels()
    {
        var types = ReachTypes(typeof(EncoderStageData), typeof(SequenceStore), typeof(BatchLoader));
        Assert.That(types, Has.Member(typeof(UnlabelledRecording)).And.Member(typeof(PreparedModality)));
        const BindingFlags Every = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var members = types.SelectMany(type => type.GetMembers(Every).Select(member => $"{type.Name}.{member.Name}"));
        Assert.That(members, Has.None.Match("(?i)label(?!led)").And.None.Match(@"^\w+\.(get_)?(Test|Split)"));
    }

    [Test]
    public void Corrupting_every_test_recording_and_permuting_every_label_changes_nothing_that_the_encoder_stage_sees()
    {
        var before = See(Split(recording => recording));
        var labels = Recordings().Select(recording => recording.Labels).Reverse().ToList();
        var permuted = Split(recording => recording with { Labels = labels[int.Parse(recording.Id.AsSpan(1))] });
        foreach (var test in permuted.Test)
        {
            _set.Write(test.Id, "x", "NaN is no frame");
        }

        Assert.That(See(permuted), Is.EqualTo(before));
    }

    [TestCase(Normalization.None)]
    [TestCase(Normalization.Recording)]
    [TestCase(Normalization.Group)]
    [TestCase(Normalization.Training)]
    public void Nothing_but_training_recordings_decides_what_is_learned(Normalization over)
    {
        var split = Split(recording => recording);
        var before = Learn(split, over);
        foreach (var other in split.Validation.Concat(split.Test))
        {
            _set.Write(other.Id, "x", "-1e6 1e6", "3 4");
        }

        var trainingGroups = split.Training.Select(recording => recording.Group).ToHashSet();
        Assert.That(Learn(split, over).Where(IsOfTraining), Is.EqualTo(before.Where(IsOfTraining)));

        bool IsOfTraining(KeyValuePair<string, string> statistic) =>
            !statistic.Key.Contains(".group.", StringComparison.Ordinal)
            || trainingGroups.Any(group => statistic.Key.Contains($".{group}.", StringComparison.Ordinal));
    }

    private static HashSet<object> Reach(object root)
    {
        var reached = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<object>([root]);
        while (pending.TryPop(out var item))
        {
            if (!reached.Add(item) || item is string or Type || item.GetType().IsPrimitive)
            {
                continue;
            }

            for (var type = item.GetType(); type is not null; type = type.BaseType)
            {
                var values = type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                    .Where(field => !field.FieldType.IsPointer && !field.FieldType.IsByRefLike).Select(field => field.GetValue(item));
                foreach (var value in values.Concat(item is Array array ? array.Cast<object?>() : []).OfType<object>())
                {
                    pending.Push(value);
                }
            }
        }

        return reached;
    }

    private static HashSet<Type> ReachTypes(params Type[] roots)
    {
        var reached = new HashSet<Type>();
        var pending = new Stack<Type>(roots);
        while (pending.TryPop(out var type))
        {
            foreach (var argument in type.GetGenericArguments())
            {
                pending.Push(argument);
            }

            if (type.Namespace?.StartsWith("Mpuc", StringComparison.Ordinal) == true && reached.Add(type))
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                {
                    pending.Push(field.FieldType);
                }
            }
        }

        return reached;
    }

    private IEnumerable<Recording> Recordings() => Enumerable.Range(0, 24).Select(i => new Recording
    {
        Id = $"r{i:00}",
        Group = $"g{i % 8}",
        Labels = new Dictionary<string, string> { ["emotion"] = i % 3 == 0 ? "happy" : "sad" },
        Sources = _set.Recording($"r{i:00}", string.Empty, "x").Sources,
    });

    private DataSplit Split(Func<Recording, Recording> change) => DataSplitter.Split(
        new Dataset { Recordings = [.. Recordings().Select(change)], Label = "emotion" },
        new SplitOptions { TestFraction = 0.25, ValidationFraction = 0.2 },
        seed: 0);

    private string See(DataSplit split)
    {
        var modality = TestSet.Modality("x", new CenteringEncoder(10), Normalization.Training);
        var data = EncoderStageData.From(split);
        using var store = SequenceStore.ForTraining(data, [modality], _set.Options);
        var seen = new List<string>(store.Statistics.Select(statistic => Describe(statistic.Key, statistic.Value)));
        var window = new WindowOptions { Seconds = 1 };
        var sides = new[] { data.Training, data.Validation };
        foreach (var batch in sides.SelectMany(side => new BatchLoader(side, store, [modality], window, 4, 0).Epoch(0)))
        {
            using (batch)
            {
                seen.Add(Describe(string.Join(',', batch.RecordingIds), batch.Modalities["x"].Values));
            }
        }

        return string.Join('\n', seen);
    }

    private Dictionary<string, string> Learn(DataSplit split, Normalization over)
    {
        using var store = SequenceStore.ForTraining(
            EncoderStageData.From(split), [TestSet.Modality("x", new CenteringEncoder(10), over)], _set.Options);
        return store.Statistics.ToDictionary(statistic => statistic.Key, statistic => Describe(statistic.Key, statistic.Value));
    }

    private static string Describe(string name, torch.Tensor values)
    {
        using var numbers = values.to(torch.ScalarType.Float64);
        return $"{name}: {string.Join(' ', numbers.data<double>().ToArray().Select(value => value.ToString("R")))}";
    }
}
