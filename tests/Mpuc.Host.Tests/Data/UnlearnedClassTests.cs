using Mpuc.Host.Data;
using Mpuc.Host.Data.Splits;

namespace Mpuc.Host.Tests.Data;

public class UnlearnedClassTests
{
    [Test]
    public void Classes_without_a_training_recording_are_named_with_the_test_recordings_that_have_them() => Assert.That(
        SplitAuditor.FindUnlearned(Split(["happy", "sad;calm"], ["angry", "calm", "afraid", "angry;sad"]), "emotion"),
        Is.EqualTo(new[] { "Classes have no training recording and so cannot be recognised: afraid, angry, of 3 test recordings." }));

    [Test]
    public void There_is_nothing_to_say_where_all_were_shown_or_nothing_has_a_label()
    {
        Assert.That(SplitAuditor.FindUnlearned(Split(["happy", "sad"], ["sad"]), "emotion"), Is.Empty);
        Assert.That(SplitAuditor.FindUnlearned(Split(["happy"], ["sad"]), null), Is.Empty);
        Assert.That(SplitAuditor.FindUnlearned(Split([""], ["sad"]), "emotion"), Is.Empty);
    }

    private static DataSplit Split(string[] training, string[] test) =>
        new() { Training = Of("a", training), Validation = [], Test = Of("b", test) };

    private static List<Recording> Of(string side, string[] labels) =>
        [
            .. labels
                .Select((label, place) =>
                    new Recording
                    {
                        Id = $"{side}{place}",
                        Labels = new Dictionary<string, string> { ["emotion"] = label },
                        Sources = new Dictionary<string, ModalitySource>(),
                    }),
        ];
}
