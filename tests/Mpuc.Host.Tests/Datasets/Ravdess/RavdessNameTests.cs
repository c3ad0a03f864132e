using Mpuc.Host.Datasets.Ravdess;

namespace Mpuc.Host.Tests.Datasets.Ravdess;

public class RavdessNameTests
{
    [Test]
    public void A_name_says_emotion_intensity_statement_repetition_and_actor()
    {
        var name = RavdessName.Parse("01-01-06-02-02-01-12")!;
        Assert.That(name.Labels, Is.EqualTo(new Dictionary<string, string>
        {
            ["emotion"] = "fearful", ["intensity"] = "strong", ["statement"] = "dogs", ["repetition"] = "1",
            ["channel"] = "speech", ["actor"] = "12", ["gender"] = "female",
        }));
        Assert.That((name.Actor, name.Channel, name.AudioName), Is.EqualTo(("12", "speech", "03-01-06-02-02-01-12")));
    }

    [TestCase("01", "neutral")]
    [TestCase("02", "calm")]
    [TestCase("03", "happy")]
    [TestCase("04", "sad")]
    [TestCase("05", "angry")]
    [TestCase("06", "fearful")]
    [TestCase("07", "disgust")]
    [TestCase("08", "surprised")]
    public void The_third_field_is_the_emotion(string field, string emotion) =>
        Assert.That(RavdessName.Parse($"03-01-{field}-01-01-01-05")!.Labels["emotion"], Is.EqualTo(emotion));

    [Test]
    public void The_second_field_tells_song_from_speech() =>
        Assert.That(RavdessName.Parse("03-02-01-01-01-01-05")!.Channel, Is.EqualTo("song"));

    [TestCase("01", true)]
    [TestCase("02", false)]
    public void The_first_field_tells_whether_a_video_has_sound(string field, bool hasSound) =>
        Assert.That(RavdessName.Parse($"{field}-01-01-01-01-01-05")!.HasSound, Is.EqualTo(hasSound));

    [TestCase("03-01-06-02-02-01")]
    [TestCase("03-01-06-02-02-01-12-01")]
    [TestCase("3-01-06-02-02-01-12")]
    [TestCase("03-01-09-02-02-01-12")]
    [TestCase("03-01-00-02-02-01-12")]
    [TestCase("03-01-06-03-02-01-12")]
    [TestCase("04-01-06-02-02-01-12")]
    [TestCase("notes")]
    public void Other_names_are_none_of_RAVDESS(string name) => Assert.That(RavdessName.Parse(name), Is.Null);
}
