namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A module that maps six inputs to a result: implement <c>forward</c>, use <c>call</c>, which also runs the hooks.
        /// </summary>
        public abstract class Module<T1, T2, T3, T4, T5, T6, TResult> : HookableModule<
            Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, (T1, T2, T3, T4, T5, T6)?>,
            Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, TResult, TResult>>,
            IModule<T1, T2, T3, T4, T5, T6, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);

            /// <summary><c>forward</c> with the hooks around it.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6)
            {
                if (!HasHooks)
                {
                    return forward(input1, input2, input3, input4, input5, input6);
                }

                foreach (var hook in StartHooks())
                {
                    if (hook(this, input1, input2, input3, input4, input5, input6) is { } replacement)
                    {
                        (input1, input2, input3, input4, input5, input6) = replacement;
                    }
                }

                var result = forward(input1, input2, input3, input4, input5, input6);
                foreach (var hook in EndHooks())
                {
                    if (hook(this, input1, input2, input3, input4, input5, input6, result) is { } replacement)
                    {
                        result = replacement;
                    }
                }

                FinishHooks();
                return result;
            }
        }
    }
}
