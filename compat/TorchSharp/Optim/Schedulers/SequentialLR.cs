namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>One schedule after another, each from its own start at its milestone.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly List<LRScheduler> _schedulers;
                    private readonly List<int> _milestones;

                    /// <param name="optimizer">Whose rates are set.</param>
                    /// <param name="schedulers">The schedules, all of that optimizer.</param>
                    /// <param name="milestones">The epochs at which the second and every later schedule begins.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    public SequentialLR(
                        Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch)
                    {
                        (_schedulers, _milestones) = ([.. schedulers], [.. milestones]);
                        if (_schedulers.Count != _milestones.Count + 1)
                        {
                            throw new ArgumentException(
                                $"{_schedulers.Count} schedules need {_schedulers.Count - 1} milestones, not {_milestones.Count}.",
                                nameof(milestones));
                        }

                        LastEpoch++;
                        foreach (var scheduler in _schedulers)
                        {
                            scheduler.LastEpoch--;
                        }

                        _schedulers[0].Restart();
                        Remember(Rates);
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var current = _milestones.Count(milestone => milestone <= LastEpoch);
                        if (current > 0 && _milestones[current - 1] == LastEpoch)
                        {
                            _schedulers[current].step(0);
                        }
                        else
                        {
                            _schedulers[current].step();
                        }

                        return _schedulers[current].get_last_lr();
                    }
                }
            }
        }
    }
}
