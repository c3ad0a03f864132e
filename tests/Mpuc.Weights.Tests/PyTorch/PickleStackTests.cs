using Mpuc.Weights.PyTorch.Pickle;

namespace Mpuc.Weights.Tests.PyTorch;

public sealed class PickleStackTests
{
    private PickleStack _stack = null!;

    [SetUp]
    public void CreateStack() => _stack = new PickleStack(new PickleSource(new MemoryStream(), "x.pt"));

    [Test]
    public void Items_come_off_in_the_order_they_were_put()
    {
        Push(1L, 2L, 3L);
        Assert.That(_stack.Pop(2), Is.EqualTo(new object[] { 2L, 3L }));
        Assert.That((_stack.Pop(), _stack.Count), Is.EqualTo(((object)1L, 0)));
    }

    [Test]
    public void Marks_nest()
    {
        Push(1L);
        _stack.Mark();
        Push(2L);
        _stack.Mark();
        Push(3L, null);
        Assert.That(_stack.PopToMark(), Is.EqualTo(new object?[] { 3L, null }));
        Assert.That(_stack.PopToMark(), Is.EqualTo(new object[] { 2L }));
        Assert.That(_stack.PopToMark, Throws.TypeOf<MpucException>());
    }

    [Test]
    public void Nothing_reaches_below_a_mark()
    {
        Push(1L);
        _stack.Mark();
        Assert.That(() => _stack.Peek(), Throws.TypeOf<MpucException>());
        Push(2L);
        Assert.That(() => _stack.Pop(2), Throws.TypeOf<MpucException>());
    }

    [Test]
    public void An_item_of_another_type_is_refused_in_words()
    {
        Push(1L);
        Assert.That(
            () => _stack.Peek<PickleDictionary>(), Throws.TypeOf<MpucException>().With.Message.Contains("where a dictionary is due"));
        Assert.That(() => _stack.Peek<List<object?>>(), Throws.TypeOf<MpucException>().With.Message.Contains("where a list is due"));
        Assert.That(() => _stack.Peek<object?[]>(), Throws.TypeOf<MpucException>().With.Message.Contains("where a tuple is due"));
        Assert.That(() => _stack.Peek<PickleGlobal>(), Throws.TypeOf<MpucException>().With.Message.Contains("where a function is due"));
        Assert.That(() => _stack.Pop<string>(), Throws.TypeOf<MpucException>().With.Message.Contains("where a text is due"));
    }

    private void Push(params object?[] items)
    {
        foreach (var item in items)
        {
            _stack.Push(item);
        }
    }
}
