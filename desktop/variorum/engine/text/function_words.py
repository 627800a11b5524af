"""The little words of each language: they tell languages apart and begin sentences.

Data only, imports nothing. The words are lower-case, the commonest first as far as anybody can
say; each list holds pronouns, articles, prepositions, conjunctions and the commonest adverbs and
auxiliaries. Two modules read them: `language` counts how many words of a text they are, and
`sentences` takes a capitalised one after an abbreviation as a sign that a sentence begins.
"""

from __future__ import annotations

from typing import Final

FUNCTION_WORDS: Final[dict[str, str]] = {
    "en": """
        the of and to a in is it that was he for on are with as his they at be this from have
        had not but what all were when we there can an your which their if will each about how
        up out them then she many some so these would other into has more her two him see could
        no than been its who now my made over did down only way find use may long little very
        after where most through just any our also before must too does me even such because
        here why both while although though however yet still since until once during both
        either neither nor or i you by do should those later today yesterday meanwhile perhaps
        instead another nobody everyone nothing something first second finally again thus
        therefore soon suddenly sometimes often never every whoever whatever whether under
        against among between without within let please yes""",
    "de": """
        der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch
        es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über
        einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte
        kann gegen vom schon wenn habe seine mark ihre dann unter wir soll ich eines jahr zwei
        dieser diese dieses dies wieder keine uhr seiner worden will zwischen immer was sagte
        gibt alle seit muss doch jetzt waren drei beim damit bereits da ihm ihr ihn uns ab du
        heute gestern morgen danach später zuerst zuletzt deshalb darum daher trotzdem dennoch
        jedoch außerdem vielleicht hier dort manche viele einige niemand jeder jede jedes warum
        wo wer wen wem wann weil obwohl während nachdem bevor denn nun sonst endlich plötzlich
        bald oft nie ja nein mein meine dein deine kein ohne also sogar""",
    "fr": """
        de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce
        il sont avec mais comme ou si leur y dont elle deux ces même aux cette ont son ses sa
        été aussi fait ils nous être lui ans tout sans peut entre après je vous on où très bien
        deux mon ma mes ton ta tes notre nos votre vos leurs cet elles tu moi toi quand lorsque
        puis ensuite alors enfin depuis avant pendant chez vers sous contre donc car ni or
        cependant pourtant toutefois ainsi encore déjà jamais toujours souvent hier demain
        aujourd ici là tous toute toutes chaque certains plusieurs aucun personne rien quelque
        quelques quel quelle pourquoi comment parce tandis malgré selon voici voilà oui non
        peu c d l j m n s t qu était avait""",
    "es": """
        de la que el en y a los se del las un por con no una su para es al lo como más o pero
        sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había
        era muy años hasta desde está mi porque qué sólo solo han yo hay vez puede todos así
        nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada e vida otro después
        te otros aunque esa eso hace otra gobierno tan durante siempre día tanto ella tres sí
        tú usted ustedes nosotros ellos ellas quien quién cómo dónde cuándo aquí allí hoy ayer
        mañana luego entonces antes mientras además sin embargo pues tal vez nadie nada algo
        algunos algunas muchos muchas cualquier ningún ante contra hacia según tras nunca
        finalmente quizá quizás les estos estas aquel aquella""",
    "pt": """
        de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi
        ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até
        isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha
        foram essa num nem suas meu às minha têm numa pelos elas havia seja qual será nós tenho
        lhe deles essas esses pelas este fosse dele tu te vocês vos lhes meus minhas teu tua
        aqui ali hoje ontem amanhã agora então antes enquanto porém contudo entretanto além
        assim ainda sempre nunca talvez porque pois onde cada todo toda todos todas algum alguns
        algumas ninguém nada outro outra outros outras sobre segundo durante desde contra após
        apesar finalmente estes estas aquele aquela isto aquilo sim são""",
    "it": """
        di e il la che è per un in una non i del della a le si da con sono come ma al dei anche
        nel alla più ha o lo gli delle se dalla su era ci dal loro questo questa quando molto
        sua suo stato dopo ai essere nella fra tra hanno tutti tutto mi ne dei io tu lui lei noi
        voi essi chi cui dove perché così già ancora sempre mai poi prima ora oggi ieri domani
        qui qua lì là allora quindi dunque però tuttavia infine mentre durante senza contro
        verso sotto sopra secondo oltre anzi forse ogni ognuno qualche alcuni alcune nessuno
        niente nulla altro altra altri altre quello quella quelli quelle questi queste mio mia
        tuo nostro vostro sì no dell dall nell sull all un'altra uno l d c s fu aveva""",
    "nl": """
        de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij
        of uit nog door naar heeft hij ze wordt tot je was over zich wat had kan werd geen deze
        worden wel meer hun dit toch veel al haar ik zal moet nu hebben zo omdat onder tegen
        men waar hem wij we zij u ons onze jij jullie mijn jouw toen daarna later eerst nadat
        voordat terwijl hoewel echter daarom dus want vandaag gisteren morgen hier daar nooit
        altijd vaak soms misschien iedereen niemand niets iets elke elk sommige andere tussen
        zonder volgens sinds tijdens na waarom hoe wie wanneer ja nee eindelijk plotseling
        bovendien trouwens 't 'n kunnen zou weer""",
    "pl": """
        w i na z się nie do że to jest o jak za od po co ale przez dla są przy jego jej ich był
        była było były być tym tego te ten ta tak już tylko może oraz lub który która które
        także też czy gdy kiedy jeśli bo więc jednak ze we ja ty on ona ono my wy oni one mnie
        mu go ją nas was im nam wam mi sobie swój swoje swoją tam tu teraz potem później zawsze
        nigdy dziś dzisiaj wczoraj jutro przed pod nad między bez u gdzie dlaczego kto nic nikt
        każdy wszyscy wszystko inny kilka wiele bardzo jeszcze aby żeby ponieważ chociaż choć
        wtedy następnie zatem niestety wreszcie nagle często czasem podczas według mimo poza
        oprócz a""",
    "tr": """
        ve bir bu da de için ile çok o ne gibi daha olarak en kadar sonra ama her ki var mi mı
        mu mü değil ben sen biz siz onlar onu ona bunu buna şu şey olan oldu olduğu ise ya veya
        hem ancak fakat çünkü eğer bile önce şimdi bugün dün yarın burada orada nasıl neden
        niçin kim hiç bütün tüm bazı birçok başka diğer göre karşı doğru üzere üzerine rağmen
        ayrıca böylece sonunda belki hep yine artık işte evet hayır benim senin onun bizim
        sizin onların kendi iki ilk yok iyi tam ardından hepsi herkes bunlar şunlar""",
    "ru": """
        и в не на я что он с как это по но они мы она к у его за из то от о так для же все бы
        ты вы был была было были быть её ее их мне меня ему только уже или если когда ещё еще
        до вот где даже под кто чтобы нет при без со есть тем чем тут там потом затем тогда
        теперь сейчас здесь после перед через между над про об ли ни себя свой своей этот эта
        эти этого тот та те который которая которые наш ваш мой твой сам очень можно надо более
        также однако поэтому потому хотя пока сегодня вчера завтра никто ничто ничего каждый
        всё весь вся некоторые многие несколько почему зачем наконец вдруг иногда всегда
        никогда может а да""",
    "uk": """
        і в не на я що він з як це по але вони ми вона до у його за із то від про так для ж всі
        б ти ви був була було були бути її їх мені мене йому тільки вже або якщо коли ще де
        навіть під хто щоб ні при без є тут там потім тоді тепер після перед через між над цей
        ця ці той та який яка які також однак тому хоча сьогодні вчора завтра й й усе весь проте
        отже потрібно ніхто ніщо усі все багато деякі завжди ніколи чому крім""",
    "bg": """
        и на в да се е за от не с че са по до като той тя то те ние аз ти вие му си ще но или
        ако когато как какво кой коя които този тази това тези беше бяха има няма само още вече
        след преди при между над под без през също обаче защото тук там днес вчера така дори
        всички всеки много може във със който""",
    "sr": """
        и у да је се на су за од не са ће то као што по али који која које до или ако кад када
        он она они ми ви ја био била било били бити њега њој њих само већ још где под ко како
        овај ова ово тај та те из о пре после између над без зато јер такође међутим данас""",
    "el": """
        και το να του η της με που την από για τα είναι των σε ο οι στο θα τη στην τον τους δεν
        τις ένα μια μία ότι ή στα στις στη στους στον αυτό αυτή αυτός αυτά αυτοί ως όπως αλλά
        κατά μετά πριν πιο μας σας μου σου εγώ εσύ εμείς εσείς ήταν έχει έχουν είχε είχαν όταν
        αν γιατί πώς πού ποιος τι όλα όλοι κάθε κάποιος κανείς τίποτα πολύ πολλά ακόμα ακόμη
        μόνο επίσης όμως ωστόσο έτσι τότε τώρα σήμερα χθες αύριο εδώ εκεί ποτέ πάντα χωρίς προς
        μέχρι ενώ επειδή αφού μη μην ας ναι όχι τελικά ύστερα έπειτα""",
    "ar": """
        في من على أن إلى عن مع هذا هذه التي الذي لا ما كان كانت قد لم لن هو هي هم ثم أو بين كل
        بعد قبل عند حتى إذا لكن ولكن كما أما إن أنه أنها ذلك تلك هناك هنا غير منذ خلال يكون كيف
        لماذا متى أين بل نحن أنا أنت وقد وكان وفي ومن اليوم أمس غدا لقد""",
    "fa": """
        و در به از که این را با است برای آن یک خود تا کرد بر هم نیز گفت می شد او ما اما شود وی
        باید هر آنها بود دو اگر همه نه چه من تو شما ایشان پس بعد پیش هنوز چرا کجا کی چگونه هیچ
        ولی زیرا وقتی امروز دیروز فردا اینجا آنجا سپس ها های""",
    "ur": """
        کے میں کی ہے اور سے کا کو اس کہ ہیں نے پر یہ تھا ایک نہیں بھی وہ تھے کر تو جو ہو گیا
        اپنے ان تھی ہم کیا لیے""",
    "he": """
        של את על לא הוא היא זה עם כי אם גם אני הם כל או אבל מה יש היה היתה הייתה אין רק עוד אל
        בין כמו כך אז מי לפני אחרי אחר זאת זו אלה אלו אנחנו אתה אתם כאשר כאן שם היום אתמול מחר
        למה איך איפה מתי אולי לכן אך כבר עד ללא תמיד הן בו לו לה""",
    "hi": """
        के में है की और से का को हैं ने पर यह भी एक वह नहीं तो कि था थे थी इस उस हम वे मैं आप
        लेकिन जब तब अगर या अब फिर कर ही गया अपने साथ लिए बाद पहले क्यों कैसे कहाँ कौन क्या कुछ
        सब आज कल यहाँ वहाँ परंतु किंतु हालाँकि इसलिए उसने उन्होंने मैंने""",
    "sv": """
        och i att det som en på är av för med den till inte har de om ett han men var jag från
        vi så kan hon när nu år eller efter hade där ska också över man bara sin mot skulle vad
        vem vilken vilket varför hur dessa denna detta något ingen inget alla många några här
        sedan därefter dock därför dessutom trots innan medan idag igår imorgon""",
    "da": """
        og i at det som en på er af for med den til ikke har de om et han men var jeg fra vi så
        kan hun når nu år eller efter havde der skal også over man kun sin mod ville blev hvad
        hvem hvilken hvorfor hvordan hvor denne dette disse noget ingen intet alle mange nogle
        siden derefter dog derfor desuden trods før mens ifølge måske altid aldrig""",
    "no": """
        og i å det som en på er av for med den til ikke har de om et han men var jeg fra vi så
        kan hun når nå år eller etter hadde der skal også over man bare sin mot ble hva hvem
        hvilken hvorfor hvordan hvor denne dette disse noe ingen intet alle mange noen siden
        deretter likevel derfor dessuten tross før mens ifølge kanskje alltid aldri""",
    "fi": """
        ja on ei se että hän oli joka ovat mutta myös kun niin kuin tai sen jos hänen tämä ole
        sitä vain olla mukaan jo sekä ne mitä nyt kanssa minä sinä me te he sitten vielä siellä
        täällä tänään eilen huomenna siksi kuitenkin lisäksi koska vaikka ennen jälkeen kuka
        mikä miksi miten missä kaikki moni joku kukaan mitään nämä nuo silloin""",
    "cs": """
        a v se na je že s z do to o k i za ale jako po pro by ve jsem který která které si jeho
        od už nebo byl byla bylo byli jen jak své však má také když až ještě při ze tak této""",
    "sk": """
        a v sa na je že s z do to o k i za ale ako po pre by vo som ktorý ktorá ktoré si jeho od
        už alebo bol bola bolo boli len však má tiež keď až ešte pri zo tak aj""",
    "hu": """
        a az és hogy nem is egy ez meg de ha csak már volt mint még el vagy azt ki azért mert
        minden kell lesz nagyon van nincs sem aki ami itt ott most ezt én te ő mi ti ők aztán
        azonban ezért tehát viszont majd amikor mikor hol miért hogyan senki semmi mindenki ezek
        azok ilyen olyan tegnap holnap később először végül talán mindig soha""",
    "ro": """
        de și în a la cu pe o că nu un din se este mai pentru care sunt sau au fost ce ca lui
        dar prin fi al după dacă când îi îl ei el ea noi voi acest această aceste foarte apoi
        totuși astfel deci însă fără până unde cum cine nimeni nimic toți multe mulți câteva
        aceștia acolo aici azi ieri mâine mereu niciodată deoarece deși înainte""",
    "hr": """
        i u je se na da su za od ne s će to kao što po ali koji koja koje do ili ako kad on ona
        oni bio bila bilo biti njega samo već još gdje pod tko kako ovaj ova ovo taj iz""",
    "ca": """
        de la i que el a en un per les amb és els una no del al se com més o però dels va seu
        són aquest aquesta ha seva també han entre quan molt ser on sense fins després als
        llavors doncs encara sempre ningú tothom tota molts moltes alguns què quin quina perquè
        mentre abans avui ahir demà aquí allà""",
    "la": """
        et in est non ad ut cum sed quod si ab ex per aut atque ac nec neque enim autem sunt hoc
        haec hic esse quam etiam nam quidem ille illa illud eius quoque tamen igitur ergo inter
        ante sine pro sub apud ipse ipsa id eo quo nunc iam tum vel sic ita nisi dum cur quid quis
        qui quae cui cuius quem quibus mihi tibi sibi suum suis erat fuit eam eum eos deinde""",
    "id": """
        yang dan di ini itu dengan untuk dari dalam tidak akan pada juga ke karena ada oleh
        saya kami mereka bisa atau telah sudah adalah seperti tetapi para hanya lebih kita""",
    "vi": """
        và của là có được cho không một trong người các với đã những này để khi từ đến như về
        cũng ra nhưng tôi anh ông bà sẽ vào tại năm đó""",
}
"""By ISO 639-1 code. The languages with sentence rules of their own have the longer lists."""

NAME_PARTICLES: Final = frozenset(
    {
        "al",
        "ben",
        "bin",
        "da",
        "dal",
        "de",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "ibn",
        "la",
        "las",
        "le",
        "los",
        "mac",
        "mc",
        "o",
        "san",
        "st",
        "ten",
        "ter",
        "van",
        "vom",
        "von",
        "y",
        "zu",
        "zum",
        "zur",
    }
)
"""Words that stand inside names: after an initial they do not begin a sentence."""
