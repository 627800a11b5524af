"""Function words of many languages in one set: what anchors little when two sentences are compared.

Imports the letters that have several code points. Words are case-folded. One set serves all
languages, because texts mix them and sentences are too short to tell; a function word that is a
telling word of another of these languages is left out (German "war", Spanish "son").
"""

from __future__ import annotations

from typing import Final

from variorum.engine.text.letters import like_letters

_LISTS: Final = (
    # English
    "a an the this that these those i you he she it we they me him her us them my your his its our"
    " their mine yours hers ours theirs myself himself herself itself themselves who whom whose"
    " which what there here am is are was were be been being do does did have has had having will"
    " would shall should can could may might must not no nor and or but if then than so as at by"
    " for from in into of off on onto out over to up with without about after before between"
    " during through under upon while when where why how all any both each some such only own"
    " too very just also 's 'll 're 've 'd 'm don't isn't wasn't aren't weren't didn't doesn't"
    " won't wouldn't can't couldn't shouldn't haven't hasn't hadn't",
    # German
    "der die das den dem des ein eine einen einem einer eines ich du er sie es wir ihr mich dich"
    " sich uns euch ihm ihn ihnen mein dein sein ihre ihren ihrem ihrer unser dieser diese dieses"
    " diesen diesem jener jene und oder aber denn weil dass daß ob wenn als wie wo was wer nicht"
    " kein keine keinen auch nur noch schon sehr so zu zum zur mit nach von vom vor bei aus auf"
    " an am in im ins um für über unter durch gegen ohne bis seit ist sind bist waren wird werden"
    " wurde wurden worden habe haben hatte hatten kann können muss soll da doch mehr man",
    # French
    "le la les l' un une des du de d' au aux et ou mais donc ni car que qu' qui quoi dont où je j'"
    " tu il elle on nous vous ils elles me m' te t' se s' lui leur leurs ce cet cette ces c' mon ma"
    " mes ton ta tes sa ses notre nos votre vos ne n' pas plus est sont était étaient être été a"
    " ont avait avaient avoir à en dans par pour avec sur sous chez entre vers si y",
    # Spanish and Portuguese
    "el los las lo al del una unos unas uno y e o u pero sino porque si no ni que quien cual cuyo"
    " como cuando donde yo tú él ella nosotros ellos ellas usted ustedes mí ti se su sus mi mis tu"
    " tus nuestro nuestra este esta estos estas ese esa eso esto aquel con sin por para en de desde"
    " hasta entre sobre muy más ya también es está están era eran ser fue fueron ha han había hay"
    " os as um uma uns umas ao aos à às do da dos das no na nos nas pelo pela pelos pelas num numa"
    " e ou mas não nem que quem qual como quando onde eu tu ele ela nós eles elas você vocês lhe"
    " lhes seu sua seus suas meu minha este isto esse isso aquele com sem por para em até já"
    " também muito é são foi foram estava ser ter tem têm tinha há",
    # Italian
    "il gli lo i un' uno dell' dell nell' nell all' all sull' dall' della dello delle degli nel"
    " nella nelle nei negli alla alle allo ai agli dal dalla dalle sul sulla sulle col di da con"
    " su tra"
    " fra ed od ma perché non né che chi cui io lui lei noi voi loro mio tuo suo sua suoi sue"
    " questo questa questi queste quello quella è sono era erano essere ho hai ha hanno aveva anche"
    " più già",
    # Dutch
    "het een en of maar want dat dit deze die ik jij hij zij wij jullie hen hun haar zijn mijn jouw"
    " ons onze wie wat waar niet geen ook nog al te van voor naar bij uit op aan met om door over"
    " onder tot is zijn werd werden worden heeft hebben had hadden zal zou kan kunnen er als dan",
    # Polish
    "i a o u w we z ze na do od po za przy przed nad pod dla bez przez że się nie tak to ten ta te"
    " tego tej tych tym jest są był była było byli być ja ty on ona ono my wy oni jego jej ich mój"
    " który która które co kto jak gdy lub albo ale oraz czy też już",
    # Russian
    "и а но или да не ни в во на с со к ко от до из за по о об обо у для при без над под через что"
    " чтобы как когда если то же ли бы я ты он она оно мы вы они меня тебя его её ее нас вас их мне"
    " тебе ему ей нам вам им мой твой свой наш ваш это этот эта эти тот та те кто который которая"
    " которое которые был была было были быть есть так уже ещё еще",
    # Greek
    "ο η το οι τα του της των τον την τους τις ένα ένας μια μία και κι ή αλλά ότι που πως να θα δεν"
    " μην σε στο στη στην στον στους στις στα από με για κατά προς μετά χωρίς είναι ήταν έχει έχουν"
    " εγώ εσύ αυτός αυτή αυτό μου σου μας σας",
    # Turkish
    "ve veya ya ile de da ki bu şu o bir ben sen biz siz onlar için gibi kadar ama fakat çok daha"
    " en mi mı mu mü ne değil her",
    # Arabic, Persian, Hebrew
    "و في من على إلى عن مع أن إن لا ما هذا هذه ذلك تلك التي الذي الذين هو هي هم كان كانت قد لم لن"
    " ثم أو بل كل بين به له لها",
    "و در به از که این آن را با برای تا بر هم یا اما اگر نه است بود شد می های ها ای من تو او ما"
    " شما یک",
    "של את על אל עם לא כי אם או גם זה זאת זו הוא היא הם הן אני אתה אנחנו היה היתה היו כל אשר מן ה"
    " ו ב ל",
    # Hindi
    "और या पर में से को का के की ने है हैं था थे थी हो यह वह ये वे कि जो तो भी नहीं एक इस उस मैं"
    " हम तुम आप लिए साथ",
    # Chinese, Japanese, Korean
    "的 了 是 在 和 也 就 都 而 及 与 與 着 或 之 其 这 這 那 我 你 他 她 它 们 們 不 把 被 地 得",
    "は が を に で と も の へ や か ね よ な だ た て い る し れ さ ま す",
    "이 그 저 은 는 을 를 의 에 에서 와 과 도 및 등 수 것",
)

_WORDS: Final = [word for part in _LISTS for word in part.split()]

STOP_WORDS: Final = frozenset([*_WORDS, *map(like_letters, _WORDS)])
"""All of them, those of Persian with the letters of Arabic, too, by which words meet."""
