# Pairs: what became of the children from the beginning of the school year to its end. Counts alone; for the psychologist.

waves-button-pairs = 📈 From start to end
waves-pairs-title = <b>📈 From the start of the year to its end: pairs</b>
waves-pairs-group = <b>{ $group }</b>
waves-pairs-n =
    { $n ->
        [0] There are no pairs yet. A pair is a child who took both quizzes in the same way: both at home, both one to one, or both on paper.
       *[other] Pairs: <b>{ $n }</b>. These are children who took both quizzes in the same way: both at home, both one to one, or both on paper.
    }
waves-pairs-none =
    { $why ->
        [final-open] The pairs are counted when the final quiz is closed.
        [no-start] This school year had no start quiz, so there is nothing to compare with.
        [start-open] The start quiz is still open. The pairs are counted when it is closed too.
       *[other-scale] Points were counted in different ways in the start quiz and the final one, so they cannot be compared.
    }
waves-pairs-levels = <b>Level in all: before and after</b>
waves-pairs-row =
    { $level ->
        [high] Was high → now: high { $high } · middle { $middle } · low { $low }
        [middle] Was middle → now: high { $high } · middle { $middle } · low { $low }
       *[low] Was low → now: high { $high } · middle { $middle } · low { $low }
    }
waves-pairs-points = <b>More points · as many · fewer</b>
waves-pairs-side =
    { $side ->
        [k] К (knows): { $up } · { $same } · { $down }
        [m] М (wants): { $up } · { $same } · { $down }
        [d] Д (does): { $up } · { $same } · { $down }
        [d-own] Д without the adult's words: { $up } · { $same } · { $down }
       *[total] In all: { $up } · { $same } · { $down }
    }
waves-pairs-left-out = <b>Not among the pairs</b>
waves-pairs-fate =
    { $fate ->
        [only-start] Took only the start quiz: { $children }
        [only-final] Took only the final quiz: { $children }
        [other-mode] Took them in different ways: { $children }
        [much-help] With much help of an adult: { $children }
       *[unclear] Not enough answers: { $children }
    }
waves-pairs-helped = <b>Help of the adult</b>
waves-pairs-help =
    { $wave ->
        [start] Start: none – { $none }, a little – { $little }, much – { $much }
       *[final] Final: none – { $none }, a little – { $little }, much – { $much }
    }
waves-pairs-few = Fewer than ten pairs: these are only counts, no conclusions are drawn from them.
waves-pairs-age = Growth also comes from age: the children have grown older in these months.
